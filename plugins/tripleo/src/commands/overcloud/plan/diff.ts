import {Args, asObject, OscCommand} from '@osc-cli/core'
import {text} from '#jinja/text'
import {rolesOf} from '#plan/data'
import {deployedOf} from '#plan/deployed'
import {type Deployment, differences} from '#plan/difference'
import {INLINE_FILES, PARAMETERS_FILE} from '#plan/files'
import {toJson} from '#plan/json'
import {loadPlan} from '#plan/load'
import {hiddenNames} from '#plan/passwords'
import {type Plan, type Prepared, preparePlan} from '#plan/save'
import {secretsOf} from '#plan/secrets'
import {allValues} from '#plan/values'
import {readYaml} from '#plan/yaml'

const NOTHING: Deployment = {values: {}, template: {}, files: {}}
/** Files that go with a request and are not part of a plan. */
const OF_REQUESTS = [INLINE_FILES, PARAMETERS_FILE]

export default class OvercloudPlanDiff extends OscCommand {
  static override summary = 'Show what deploying a plan changes'
  static override description =
    'Compares the plan with the stack of the same name: numbers of servers, images and flavors by role, other values, ' +
    'templates. Secret values are not shown. Hidden values of the stack cannot be compared, because Heat masks them.'
  static override roles = ['member']
  static override calls = [
    'HEAD /v1/{account}/{container}',
    'GET /v1/{account}/{container}',
    'GET /v1/{account}/{container}/{object}',
    'GET /v1/{project_id}/stacks',
    'GET /v1/{project_id}/stacks/{name}/{id}/environment',
    'GET /v1/{project_id}/stacks/{name}/{id}/template',
    'GET /v1/{project_id}/stacks/{name}/{id}/files',
  ]
  static override seeAlso = ['overcloud plan set', 'overcloud plan show', 'stack show']
  static override examples = [{command: 'osc overcloud plan diff first', description: 'Print a line for each change'}]
  static override args = {name: Args.string({description: 'Plan (name)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(OvercloudPlanDiff)
    const session = await this.session()
    const plan = await loadPlan(session, args.name)
    const deployed = await deployedOf(session, args.name)
    if (!deployed) await this.note(`Plan ${args.name} is not deployed. All of it is new.`)
    const prepared = await preparePlan(this, plan, {passwords: false})
    const roles = rolesOf(plan.files).map((role) => text(role.get('name')))
    const secret = secretsOf(plan.environment, hiddenNames(prepared.resolved.files))
    const lines = differences(withoutRoot(deployed ?? NOTHING, plan), plannedOf(plan, prepared), roles, secret)
    for (const line of lines) await this.print(line)
    if (lines.length === 0) await this.print('Nothing differs.')
  }
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
