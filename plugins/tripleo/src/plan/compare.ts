import {asObject, type CommandContext, type JsonObject} from '@osc-cli/core'
import {roleNames} from '#plan/data'
import {deployedOf} from '#plan/deployed'
import {type Deployment, differences} from '#plan/difference'
import {INLINE_FILES, PARAMETERS_FILE} from '#plan/files'
import {toJson} from '#plan/json'
import {hiddenNames} from '#plan/passwords'
import {type Plan, type Prepared, preparePlan} from '#plan/save'
import {secretsOf} from '#plan/secrets'
import {stackOf} from '#plan/stack'
import {allValues} from '#plan/values'
import {readYaml} from '#plan/yaml'

/** Requests that comparing a stored plan with its stack takes. */
export const COMPARE_CALLS = [
  'HEAD /v1/{account}/{container}',
  'GET /v1/{account}/{container}',
  'GET /v1/{account}/{container}/{object}',
  'GET /v1/{project_id}/stacks',
  'GET /v1/{project_id}/stacks/{name}/{id}/environment',
  'GET /v1/{project_id}/stacks/{name}/{id}/template',
  'GET /v1/{project_id}/stacks/{name}/{id}/files',
]

const NOTHING: Deployment = {values: {}, template: {}, files: {}}
/** Files that go with a request and are not part of a plan. */
const OF_REQUESTS = [INLINE_FILES, PARAMETERS_FILE]

/** What deploying a plan changes. */
export interface Comparison {
  deployed: boolean
  /** One for each change, without secrets. */
  lines: string[]
}

/** Compares a plan with the stack of the same name, which is looked up unless given. */
export async function comparePlan(
  context: Pick<CommandContext, 'session' | 'note'>,
  plan: Plan,
  given?: JsonObject,
): Promise<Comparison> {
  const session = await context.session()
  const stack = given ?? (await stackOf(session, plan.environment.name))
  const deployed = stack && (await deployedOf(session, stack))
  const prepared = await preparePlan(context, plan, {passwords: false})
  const roles = roleNames(plan.files)
  const secret = secretsOf(plan.environment, hiddenNames(prepared.resolved.files))
  const planned = plannedOf(plan, prepared)
  const lines = differences(
    withoutRoot(deployed ?? NOTHING, plan),
    deployed && !(PARAMETERS_FILE in deployed.files) ? withoutEnvironments(planned, plan) : planned,
    roles,
    secret,
  )
  return {deployed: deployed !== undefined, lines}
}

function plannedOf(plan: Plan, {files, resolved}: Prepared): Deployment {
  const {template} = plan.environment
  const deployment = {
    values: asObject(toJson(allValues(files, plan.environment))),
    template: toJson(readYaml(template, resolved.files.get(template) ?? '')),
    files: Object.fromEntries([...resolved.files, ...resolved.texts]),
  }
  return withoutRoot(deployment, plan)
}

/** The root template is compared by its content, whatever its text. */
function withoutRoot(deployment: Deployment, {environment}: Plan): Deployment {
  const left = [...OF_REQUESTS, environment.template]
  const files = Object.entries(deployment.files).filter(([name]) => !left.includes(name))
  return {...deployment, files: Object.fromEntries(files)}
}

/** tripleo-common merges environments before Heat gets them: their values are compared, and not their files. */
function withoutEnvironments(deployment: Deployment, {environment}: Plan): Deployment {
  const files = Object.entries(deployment.files).filter(([name]) => !environment.environments.includes(name))
  return {...deployment, files: Object.fromEntries(files)}
}
