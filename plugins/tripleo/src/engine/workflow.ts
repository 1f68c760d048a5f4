import {asArray, asText, declaredInputs, type JsonObject, OscError, type Query, type Session} from '@osc-cli/core'

/** The workflows that commands start; tripleo-common has them under the same names. osc loads its own, except `createPlan`. */
export const Workflow = {
  createPlan: 'tripleo.plan_management.v1.create_deployment_plan',
  deploy: 'tripleo.deployment.v1.deploy_plan',
  undeploy: 'tripleo.deployment.v1.undeploy_plan',
  send: 'tripleo.messaging.v1.send',
  validate: 'tripleo.validations.v1.run_validation',
} as const

/** A workflow as the Mistral of the cloud has it. */
export interface WorkflowDefinition {
  id: string
  name: string
  /** Names of its inputs. */
  inputs: readonly string[]
  tags: readonly string[]
}

/**
 * A workflow by name; undefined when Mistral does not have it. From the list, because an administrator gets workflows of other
 * projects by name, and cannot run what they consist of.
 */
export async function findWorkflow(session: Session, name: string): Promise<WorkflowDefinition | undefined> {
  const found = await ownOrPublic(session, 'workflows', {name, fields: 'id,name,input,tags,project_id'})
  if (!found) return undefined
  return {
    id: String(found.id),
    name,
    inputs: declaredInputs(asText(found.input) ?? ''),
    tags: asArray(found.tags).map(String),
  }
}

/** A definition of the project, else a public one of another; undefined where there is none. */
export async function ownOrPublic(
  session: Session,
  collection: 'workflows' | 'workbooks',
  query: Query,
): Promise<JsonObject | undefined> {
  const {projectId} = await session.access()
  const found = await Array.fromAsync(session.list('workflow', `/${collection}`, collection, {query}))
  return found.find(({project_id: owner}) => owner === projectId) ?? found[0]
}

/** A workflow by name. OscError when Mistral does not have it. */
export async function requireWorkflow(session: Session, name: string): Promise<WorkflowDefinition> {
  const found = await findWorkflow(session, name)
  if (found) return found
  throw new OscError(`Mistral does not have the workflow ${name}.`, {
    code: 'NoWorkflows',
    hint: 'Load the workflows for deployments with: osc undercloud setup',
  })
}

/** Releases of TripleO call the plan by different names. */
const PLAN_INPUTS = ['container', 'plan', 'plan_name', 'stack']

/** The values that a workflow declares inputs for: Mistral rejects others, which some releases have. */
export function fittingInput(
  {inputs}: Pick<WorkflowDefinition, 'inputs'>,
  plan: string | undefined,
  values: JsonObject,
): JsonObject {
  const named = plan === undefined ? {} : Object.fromEntries(PLAN_INPUTS.map((name) => [name, plan]))
  const all: JsonObject = {...named, ...values}
  return Object.fromEntries(Object.entries(all).filter(([name]) => inputs.includes(name)))
}
