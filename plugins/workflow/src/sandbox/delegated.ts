import type {JsonObject} from '@osc-cli/core'
import type {Call, SandboxCloud} from '@osc-cli/core/sandbox'

/**
 * A workflow whose expressions the sandbox cannot evaluate, as a function of another service. It returns the output, whose
 * `status` is FAILED when the workflow fails. `send` sends a message while it runs.
 */
type DelegatedWorkflow = (input: JsonObject, call: Call, send: (payload: JsonObject) => void) => Promise<JsonObject>

/** The function that a service of the sandbox has for a workflow, as `workflows` of its `api`. */
export function delegated(cloud: SandboxCloud, name: string): DelegatedWorkflow | undefined {
  for (const {type} of cloud.services) {
    const {workflows} = Object(cloud.service(type)?.api) as {workflows?: Readonly<Record<string, DelegatedWorkflow>>}
    if (workflows && Object.hasOwn(workflows, name)) return workflows[name]
  }
  return undefined
}
