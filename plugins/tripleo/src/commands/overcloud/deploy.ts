import {OscCommand} from '@osc-cli/core'
import {DEPLOY_COMMAND_CALLS, deployFlags, runDeployment} from '#deploy-command'

export default class OvercloudDeploy extends OscCommand {
  static override summary = 'Create or change a plan, and deploy it'
  static override description =
    'With --templates, the plan is created again from the templates and options of this command, and keeps only its passwords. ' +
    'Without it, the options change an existing plan, and a new one is the starter plan. Changes are printed before the ' +
    'deployment. Ctrl-C stops the progress report, not the deployment.'
  static override roles = ['member']
  static override calls = DEPLOY_COMMAND_CALLS
  static override seeAlso = ['overcloud status', 'overcloud failures', 'overcloud plan deploy', 'overcloud delete']
  static override examples = [
    {
      command: 'osc overcloud deploy --stack first --role Compute=3',
      description: 'Deploy the plan with three servers of a role',
    },
    {
      command: 'osc overcloud deploy --stack first --templates tripleo-heat-templates -e site.yaml',
      description: 'Deploy templates with an environment file',
    },
    {command: 'osc overcloud deploy --stack first --dry-run', description: 'Print what would change'},
  ]
  static override flags = deployFlags

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudDeploy)
    await runDeployment(this, flags)
  }
}
