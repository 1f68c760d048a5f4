import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import type {Call, SandboxCloud} from '@osc-cli/core/sandbox'
import type {TaskRun, WorkflowRun} from '#sandbox/engine'

/** What the workflow for healing does, whose expressions the sandbox cannot evaluate. */
export async function healedServer(input: JsonObject, cloud: SandboxCloud, call: Call): Promise<WorkflowRun> {
  const server = serverIn(input)
  const ended = (tasks: string[], text: string, resource: string | null = null) =>
    run(input, tasks, {server, resource, text})
  if (server === null)
    return ended(['begin', 'nothing'], 'The message does not report a lost server. Nothing was changed.')
  const heat = heatOf(cloud, call)
  const {stack} = await heat('GET', `/stacks/${asText(input.stack)}`)
  if (stack === undefined) return failed(ended(['begin', 'find'], `Stack ${asText(input.stack)} was not found.`))
  const path = `/stacks/${asText(asObject(stack).stack_name)}/${asText(asObject(stack).id)}`
  const {resources} = await heat('GET', `${path}/resources?nested_depth=5`)
  const found = asArray(resources)
    .map(asObject)
    .find((one) => isWanted(one, server, asArray(input.resources)))
  const steps = ['begin', 'find', 'resources']
  if (found === undefined)
    return ended([...steps, 'not_ours'], 'The server does not belong to the stack. Nothing was changed.')
  const name = asText(found.resource_name) ?? ''
  const links = asArray(found.links).map(asObject)
  const self = asText(links.find(({rel}) => rel === 'self')?.href) ?? ''
  const reason = 'An alarm reported the server as lost'
  await heat('PATCH', self, {mark_unhealthy: true, resource_status_reason: reason})
  await heat('PATCH', path, {})
  return ended([...steps, 'mark', 'update', 'wait', 'healed'], `Resource ${name} was replaced.`, name)
}

function isWanted(
  {physical_resource_id: id, resource_name: name, parent_resource: parent}: JsonObject,
  server: string,
  names: JsonObject[string][],
): boolean {
  return id === server && (names.length === 0 || names.includes(name) || names.includes(parent))
}

/** Requests to the sandbox's Heat as the caller; the answer is empty when it fails or has no body. */
function heatOf({url}: SandboxCloud, {caller}: Call) {
  const base = `${url}/orchestration/v1/${caller.projectId}`
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

function run(input: JsonObject, names: readonly string[], output: JsonObject): WorkflowRun {
  const tasks = names.map((name, index): TaskRun => {
    const before = names[index - 1]
    const trigger = before === undefined ? undefined : {name: before, event: 'on-success'}
    const base = {name, input: {}, items: undefined, result: null, published: {}, reason: null, sub: undefined, trigger}
    return {...base, action: STEPS.includes(name) ? 'std.http' : 'std.noop', state: 'SUCCESS'}
  })
  return {state: 'SUCCESS', reason: null, input, output, tasks}
}

const STEPS = ['find', 'resources', 'mark', 'update', 'wait']

const failed = (ended: WorkflowRun): WorkflowRun => ({
  ...ended,
  state: 'ERROR',
  reason: asText(ended.output.text) ?? null,
})
