import {type Api, Args, type JsonObject, Known, type Query} from '@osc-cli/core'

/** The argument of a command for one server. */
export const server = Args.string({description: 'Server (name or ID)', required: true})

/** The argument of a command for several servers. */
export const servers = (what: string) =>
  Args.string({description: `Servers to ${what} (names or IDs)`, required: true, multiple: true})

/** The requests of a look-up by name or ID. */
export const LOOK_UP = ['GET /v2.1/servers/detail?name={name}', 'GET /v2.1/servers/{id}'] as const

/** The requests of a command that sends an action. */
export const ACTION_CALLS = [...LOOK_UP, 'POST /v2.1/servers/{id}/action'] as const

/** Sends an action to a server; what the service answers, which is nothing for most actions. */
export async function act(api: Api, nameOrId: string, action: JsonObject, query?: Query): Promise<JsonObject> {
  const servers = api(Known.Server)
  return await servers.send(await servers.id(nameOrId, query), 'POST', '/action', action)
}
