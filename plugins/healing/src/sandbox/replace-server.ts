import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import type {Call} from '@osc-cli/core/sandbox'

/** The output of the workflow that replaces a server. The sandbox's Mistral cannot evaluate its expressions. */
export async function replaceServer(input: JsonObject, call: Call): Promise<JsonObject> {
  const server = serverIn(input)
  const output = (text: string, resource: string | null = null) => ({server, resource, text})
  if (server === null) return output('The message does not report a server as gone. Nothing was changed.')
  const heat = heatOf(call)
  const {stack} = await heat('GET', `/stacks/${asText(input.stack)}`)
  if (stack === undefined) return {...output(`Stack ${asText(input.stack)} was not found.`), status: 'FAILED'}
  const path = `/stacks/${asText(asObject(stack).stack_name)}/${asText(asObject(stack).id)}`
  const {resources} = await heat('GET', `${path}/resources?nested_depth=5`)
  const found = asArray(resources)
    .map(asObject)
    .find((one) => isWanted(one, server, asArray(input.resources)))
  if (found === undefined) return output('The server does not belong to the stack. Nothing was changed.')
  const name = asText(found.resource_name) ?? ''
  const links = asArray(found.links).map(asObject)
  const self = asText(links.find(({rel}) => rel === 'self')?.href) ?? ''
  const reason = 'An alarm reported the server as gone'
  await heat('PATCH', self, {mark_unhealthy: true, resource_status_reason: reason})
  await heat('PATCH', path, {})
  return output(`Resource ${name} was replaced.`, name)
}

function isWanted(
  {physical_resource_id: id, resource_name: name, parent_resource: parent}: JsonObject,
  server: string,
  names: JsonObject[string][],
): boolean {
  return id === server && (names.length === 0 || names.includes(name) || names.includes(parent))
}

/** Requests to the sandbox's Heat as the caller; the answer is empty when it fails or has no body. */
function heatOf({origin, caller}: Call) {
  const base = `${origin}/orchestration/v1/${caller.projectId}`
  return async (method: string, path: string, body?: JsonObject): Promise<JsonObject> => {
    const answer = await fetch(path.startsWith('http') ? path : `${base}${path}`, {
      method,
      headers: {'x-auth-token': caller.token, 'content-type': 'application/json'},
      ...(body && {body: JSON.stringify(body)}),
    })
    return answer.ok ? asObject(await answer.json().catch(() => ({}))) : {}
  }
}

/** The server that the input names, or the message of an alarm in it. */
function serverIn({server, message}: JsonObject): string | null {
  const event = asObject(asObject(asObject(asObject(message).body).reason_data).event)
  const trait = asArray(event.traits)
    .map(asArray)
    .find(([name]) => name === 'instance_id')
  return asText(server ?? trait?.[2]) ?? null
}
