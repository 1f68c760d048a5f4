import {OscCommand} from '@osc-cli/core'
import {DEPLOY_COMMAND_CALLS, deployFlags, runDeployment} from '#deploy-command'

export default class OvercloudUpdateConverge extends OscCommand {
  static override summary = 'Complete an update: deploy the whole plan'
  static override description =
    'Deploys the plan for all roles, so that nothing differs from it afterwards. Options change the plan first.'
  static override roles = ['member']
  static override calls = DEPLOY_COMMAND_CALLS
  static override seeAlso = ['overcloud update run', 'overcloud status']
  static override examples = [
    {
      command: 'osc overcloud update converge --stack first --yes',
      description: 'Deploy all roles without confirmation',
    },
  ]
  static override flags = deployFlags

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudUpdateConverge)
    await runDeployment(this, flags)
  }
}
