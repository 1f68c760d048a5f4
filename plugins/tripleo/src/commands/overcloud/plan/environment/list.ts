import {Args, asArray, asObject, type JsonObject, ListCommand} from '@osc-cli/core'
import {environmentOf} from '#plan/environment'
import {PlanFile, textOf} from '#plan/files'
import {toJson} from '#plan/json'
import {findPlan} from '#plan/plan'
import {readYaml} from '#plan/yaml'

const columns = {
  Title: 'title',
  File: 'file',
  Enabled: 'enabled',
  Requires: ({requires}: JsonObject) => asArray(requires).join(', '),
  Description: ({description}: JsonObject) => description ?? '',
}

export default class OvercloudPlanEnvironmentList extends ListCommand {
  static override summary = 'List the optional parts of a plan'
  static override description =
    'Environments that the plan offers in capabilities-map.yaml, and whether it uses them. An environment sets values or ' +
    'adds a part. Enable one: osc overcloud plan set -e FILE.'
  static override roles = ['member']
  static override columns = Object.keys(columns)
  static override calls = ['HEAD /v1/{account}/{container}', 'GET /v1/{account}/{container}/{object}']
  static override seeAlso = ['overcloud plan set', 'overcloud plan unset', 'overcloud plan show']
  static override examples = [
    {command: 'osc overcloud plan environment list first', description: 'List the parts that a plan offers'},
  ]
  static override args = {name: Args.string({description: 'Plan (name)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(OvercloudPlanEnvironmentList)
    const plan = await findPlan(await this.session(), args.name)
    const files = await plan.readAll([PlanFile.capabilities, PlanFile.environment])
    const used = environmentOf(files).environments
    const map = toJson(readYaml(PlanFile.capabilities, textOf(files, PlanFile.capabilities) ?? ''))
    const parts = asArray(asObject(map).topics).flatMap((topic) =>
      asArray(asObject(topic).environment_groups).flatMap((group) =>
        asArray(asObject(group).environments).map(asObject),
      ),
    )
    await this.table(
      columns,
      parts.map((part) => ({...part, enabled: used.includes(String(part.file))})),
    )
  }
}
