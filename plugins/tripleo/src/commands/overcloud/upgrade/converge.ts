import {OscCommand} from '@osc-cli/core'
import {DEPLOY_COMMAND_CALLS, deployFlags, runDeployment} from '#deploy-command'

export default class OvercloudUpgradeConverge extends OscCommand {
  static override summary = 'Complete an upgrade: deploy the whole plan'
  static override description =
    'Deploys the plan for all roles, so that nothing differs from it afterwards. Options change the plan first.'
  static override roles = ['member']
  static override calls = DEPLOY_COMMAND_CALLS
  static override seeAlso = ['overcloud upgrade run', 'overcloud status']
  static override examples = [
    {
      command: 'osc overcloud upgrade converge --stack first --yes',
      description: 'Deploy all roles without confirmation',
    },
  ]
  static override flags = deployFlags

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudUpgradeConverge)
    await runDeployment(this, flags)
  }
}
