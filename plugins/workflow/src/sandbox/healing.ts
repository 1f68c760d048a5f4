import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import type {SandboxCloud} from '@osc-cli/core/sandbox'
import {REPLACE_SERVER} from '#healing/names'
import type {TaskRun, WorkflowRun} from '#sandbox/engine'

/** Workflows whose expressions the sandbox cannot evaluate, as functions. */
export const declaredWorkflows = (
  cloud: SandboxCloud,
): Readonly<Record<string, (input: JsonObject) => WorkflowRun>> => ({
  [REPLACE_SERVER](input) {
    const server = serverIn(input)
    const found = cloud.store.collection('orchestration/resources').find({physicalId: server ?? ''})
    if (found.length === 0) {
      const text = 'The server does not belong to the stack. Nothing was changed.'
      return run(input, ['begin', 'find', 'resources', 'not_ours'], {server, resource: null, text})
    }
    const reason = 'The sandbox does not replace servers.'
    const resource = found[0]?.name ?? null
    return {...run(input, ['begin', 'find', 'resources'], {server, resource, text: reason}), state: 'ERROR', reason}
  },
})

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
    const base = {name, input: {}, result: null, published: {}, reason: null, sub: undefined, trigger}
    return {...base, action: name === 'begin' || name === 'not_ours' ? 'std.noop' : 'std.http', state: 'SUCCESS'}
  })
  return {state: 'SUCCESS', reason: null, input, output, tasks}
}
