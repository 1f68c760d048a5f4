import {asArray, asObject, asText, decodeJson, type JsonObject} from '@osc-cli/core'
import type {Call} from '@osc-cli/core/sandbox'

/** Requests to the other services of the sandbox, as the user that started a workflow. */
export interface Clients {
  token: string
  project: string
  /** A request to a service, by its prefix in the sandbox; the answer with its `status`. */
  request(
    service: string,
    method: string,
    path: string,
    more?: {headers?: Headers; body?: JsonObject},
  ): Promise<JsonObject>
  /** A request to Heat; the answer with its `status`. */
  heat(method: string, path: string, body?: JsonObject): Promise<JsonObject>
  /** The text of an object; undefined when it does not exist. */
  object(path: string): Promise<string | undefined>
  /** The objects of a container. */
  objects(container: string): Promise<JsonObject[]>
}

type Headers = Readonly<Record<string, string>>

/** Clients with the token of a call. */
export function clientsOf({caller, origin}: Call): Clients {
  const project = caller.projectId ?? ''
  const headers = {'x-auth-token': caller.token, 'content-type': 'application/json'}
  const swift = `${origin}/object-store/v1/AUTH_${project}`
  const request: Clients['request'] = async (service, method, path, {headers: more, body} = {}) => {
    const init = {method, headers: {...headers, ...more}, ...(body && {body: JSON.stringify(body)})}
    const answer = await fetch(`${origin}/${service}${path}`, init)
    const text = await answer.text()
    return {...(text && asObject(decodeJson(text))), status: answer.status}
  }
  return {
    token: caller.token,
    project,
    request,
    heat: async (method, path, body) =>
      await request('orchestration', method, `/v1/${project}${path}`, {...(body && {body})}),
    async object(path) {
      const answer = await fetch(`${swift}/${path}`, {headers})
      return answer.ok ? await answer.text() : undefined
    },
    async objects(container) {
      const answer = await fetch(`${swift}/${container}?format=json`, {headers})
      return answer.ok ? asArray(decodeJson(await answer.text())).map(asObject) : []
    },
  }
}

/** The stack of a plan; undefined when it is not deployed. */
export async function stackIn({heat}: Clients, name: string): Promise<JsonObject | undefined> {
  const {stacks} = await heat('GET', `/stacks?name=${encodeURIComponent(name)}`)
  return asArray(stacks)
    .map(asObject)
    .find((one) => asText(one.stack_name) === name)
}
