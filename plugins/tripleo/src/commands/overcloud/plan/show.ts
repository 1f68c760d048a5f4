import {Args, Cells, Flags, type JsonObject, NotFoundError, ShowCommand} from '@osc-cli/core'
import {text} from '#jinja/text'
import {networksOf, rolesOf} from '#plan/data'
import {environmentOf, type PlanEnvironment} from '#plan/environment'
import {PlanFile} from '#plan/files'
import {findPlan} from '#plan/plan'
import {shownValues} from '#plan/secrets'
import {allValues} from '#plan/values'

const columns = {
  Name: 'name',
  Description: 'description',
  Template: 'template',
  Roles: ({roles}: JsonObject) => Cells.dict(roles),
  Networks: ({networks}: JsonObject) => Cells.list(networks),
  Environments: ({environments}: JsonObject) => Cells.list(environments),
  Parameters: ({parameters}: JsonObject) => Cells.dict(parameters),
  Passwords: 'passwords',
}

export default class OvercloudPlanShow extends ShowCommand {
  static override summary = 'Show a deployment plan'
  static override description =
    'Roles with the number of their servers, enabled networks, environments in their order, and values. Secrets are masked, ' +
    'and passwords are only counted.'
  static override roles = ['member']
  static override calls = ['HEAD /v1/{account}/{container}', 'GET /v1/{account}/{container}/{object}']
  static override seeAlso = ['overcloud plan set', 'overcloud plan files', 'overcloud plan environment list']
  static override examples = [
    {command: 'osc overcloud plan show first', description: 'Show the roles, networks and values of a plan'},
    {command: 'osc overcloud plan show first --value AdminPassword', description: 'Print one secret value'},
  ]
  static override args = {name: Args.string({description: 'Plan (name)', required: true})}
  static override flags = {
    value: Flags.string({
      description: 'Print only the value of this parameter or password, unmasked',
      helpValue: 'KEY',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudPlanShow)
    const plan = await findPlan(await this.session(), args.name)
    const data = await plan.readAll([PlanFile.environment, PlanFile.roles, PlanFile.networks])
    const environment = environmentOf(data)
    if (flags.value !== undefined) return await this.print(secretOf(environment, args.name, flags.value))
    const files = new Map([...data, ...(await plan.readAll(environment.environments))])
    await this.show(
      {
        name: args.name,
        description: environment.description,
        template: environment.template,
        roles: countsOf(files, environment),
        networks: networksOf(files)
          .filter((network) => network.get('enabled') !== false)
          .map((network) => text(network.get('name'))),
        environments: environment.environments,
        parameters: shownValues(environment),
        passwords: environment.part('passwords').size,
      },
      columns,
    )
  }
}

function secretOf(environment: PlanEnvironment, plan: string, key: string): string {
  const values = environment.values()
  if (!values.has(key))
    throw new NotFoundError(`The plan ${plan} does not have a value for ${key}.`, {
      hint: 'Specify a parameter or password of the plan.',
    })
  return text(values.get(key))
}

/** Number of servers of each role: a value of the plan or its environments, else the role's default. */
function countsOf(files: ReadonlyMap<string, Buffer>, environment: PlanEnvironment): JsonObject {
  const values = allValues(files, environment)
  return Object.fromEntries(
    rolesOf(files).map((role) => {
      const name = text(role.get('name'))
      return [name, Number(text(values.get(`${name}Count`) ?? role.get('CountDefault') ?? 0))]
    }),
  )
}
