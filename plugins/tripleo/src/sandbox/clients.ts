import {asArray, asObject, asText, decodeJson, type JsonObject} from '@osc-cli/core'
import type {Call} from '@osc-cli/core/sandbox'

/** Requests to the other services of the sandbox, as the user that started a workflow. */
export interface Clients {
  /** A request to Heat; the answer with its `status`. */
  heat(method: string, path: string, body?: JsonObject): Promise<JsonObject>
  /** The answer of a service to a GET, by its prefix in the sandbox. */
  get(service: string, path: string): Promise<JsonObject>
  /** The text of an object; undefined when it does not exist. */
  object(path: string): Promise<string | undefined>
  /** The objects of a container. */
  objects(container: string): Promise<JsonObject[]>
}

/** Clients with the token of a call. */
export function clientsOf({caller, origin}: Call): Clients {
  const headers = {'x-auth-token': caller.token, 'content-type': 'application/json'}
  const swift = `${origin}/object-store/v1/AUTH_${caller.projectId}`
  return {
    async heat(method, path, body) {
      const url = `${origin}/orchestration/v1/${caller.projectId}${path}`
      const answer = await fetch(url, {method, headers, ...(body && {body: JSON.stringify(body)})})
      const text = await answer.text()
      return {status: answer.status, ...(text && asObject(decodeJson(text)))}
    },
    async get(service, path) {
      const answer = await fetch(`${origin}/${service}${path}`, {headers})
      return answer.ok ? asObject(decodeJson(await answer.text())) : {}
    },
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
