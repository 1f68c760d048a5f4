import {ListCommand} from '@osc-cli/core'
import {PLAN_NAME_CALLS, planNames} from '#plan/plan'

export default class OvercloudPlanList extends ListCommand {
  static override summary = 'List deployment plans'
  static override roles = ['member']
  static override calls = PLAN_NAME_CALLS
  static override seeAlso = ['overcloud plan create', 'overcloud plan show']
  static override examples = [{command: 'osc overcloud plan list -f value', description: 'Print only their names'}]

  async run(): Promise<void> {
    await this.parse(OvercloudPlanList)
    const names = await planNames(await this.session())
    await this.table(
      {'Plan Name': 'name'},
      names.map((name) => ({name})),
    )
  }
}
