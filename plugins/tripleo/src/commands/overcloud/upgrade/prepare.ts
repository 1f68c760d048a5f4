import {OscCommand} from '@osc-cli/core'
import {DEPLOY_COMMAND_CALLS, deployFlags, runDeployment} from '#deploy-command'

export default class OvercloudUpgradePrepare extends OscCommand {
  static override summary = 'Change the plan for an upgrade'
  static override description =
    'Changes the plan by the options, as `overcloud deploy` does, prints what differs from the deployed servers, and deploys ' +
    'nothing. Deploy the changes role by role with `overcloud upgrade run`.'
  static override roles = ['member']
  static override calls = DEPLOY_COMMAND_CALLS
  static override seeAlso = ['overcloud upgrade run', 'overcloud upgrade converge', 'overcloud plan diff']
  static override examples = [
    {
      command:
        'osc overcloud upgrade prepare --stack first --parameter ComputeImage=new --parameter ControllerImage=new',
      description: 'Use another image',
    },
  ]
  static override flags = deployFlags

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudUpgradePrepare)
    await runDeployment(this, {...flags, 'update-plan-only': true})
  }
}
