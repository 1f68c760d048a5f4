import type {JsonObject} from '@osc-cli/core'
import type {Call, SandboxCloud} from '@osc-cli/core/sandbox'
import type {WorkflowRun} from '#sandbox/engine'

/** A workflow whose expressions the sandbox cannot evaluate, as a function. `send` sends a message while it runs. */
export type DelegatedWorkflow = (
  input: JsonObject,
  call: Call,
  send: (payload: JsonObject) => void,
) => Promise<WorkflowRun>

/** The same of another service, which returns only the output; `status` in it is FAILED when the workflow fails. */
type OutputOnly = (...given: Parameters<DelegatedWorkflow>) => Promise<JsonObject>

/** The function for a workflow, which a service of the sandbox has among the `workflows` of its `api`. */
export function delegated(cloud: SandboxCloud, name: string): DelegatedWorkflow | undefined {
  for (const {type} of cloud.services) {
    const {workflows} = Object(cloud.service(type)?.api) as {workflows?: Readonly<Record<string, OutputOnly>>}
    const work = workflows && Object.hasOwn(workflows, name) ? workflows[name] : undefined
    if (work) return async (...given) => runOf(given[0], await work(...given))
  }
  return undefined
}

const runOf = (input: JsonObject, output: JsonObject): WorkflowRun => ({
  state: output.status === 'FAILED' ? 'ERROR' : 'SUCCESS',
  reason: null,
  input,
  output,
  tasks: [],
})
