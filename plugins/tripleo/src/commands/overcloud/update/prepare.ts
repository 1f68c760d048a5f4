import {OscCommand} from '@osc-cli/core'
import {DEPLOY_COMMAND_CALLS, deployFlags, runDeployment} from '#deploy-command'

export default class OvercloudUpdatePrepare extends OscCommand {
  static override summary = 'Change the plan for an update'
  static override description =
    'Changes the plan by the options, as `overcloud deploy` does, prints what differs from the deployed servers, and deploys ' +
    'nothing. Deploy the changes role by role with `overcloud update run`.'
  static override roles = ['member']
  static override calls = DEPLOY_COMMAND_CALLS
  static override seeAlso = ['overcloud update run', 'overcloud update converge', 'overcloud plan diff']
  static override examples = [
    {
      command:
        'osc overcloud update prepare --stack first --parameter ComputeImage=new --parameter ControllerImage=new',
      description: 'Use another image',
    },
  ]
  static override flags = deployFlags

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudUpdatePrepare)
    await runDeployment(this, {...flags, 'update-plan-only': true})
  }
}
