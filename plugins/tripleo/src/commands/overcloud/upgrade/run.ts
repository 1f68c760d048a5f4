import {OscCommand} from '@osc-cli/core'
import {DEPLOY_CALLS} from '#engine/deploy'
import {COMPARE_CALLS} from '#plan/compare'
import {roleFlags, runRoles} from '#role-command'

export default class OvercloudUpgradeRun extends OscCommand {
  static override summary = 'Upgrade the servers of some roles'
  static override description =
    'Deploys the changes of the plan for these roles. Parameters of all other roles keep their deployed values.'
  static override roles = ['member']
  static override calls = [...new Set([...COMPARE_CALLS, ...DEPLOY_CALLS])]
  static override seeAlso = ['overcloud upgrade prepare', 'overcloud upgrade converge', 'overcloud plan diff']
  static override examples = [
    {command: 'osc overcloud upgrade run --stack first --limit Controller', description: 'Change the controllers only'},
  ]
  static override flags = roleFlags

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudUpgradeRun)
    await runRoles(this, flags)
  }
}
