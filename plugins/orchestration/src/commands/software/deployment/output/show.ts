import {Args, asObject, Flags, NotFoundError, OscCommand, UsageError} from '@osc-cli/core'
import {deploymentOutput} from '#format/deployment-output'
import {SoftwareDeployment} from '#software-deployment'

export default class SoftwareDeploymentOutputShow extends OscCommand {
  static override summary = 'Show outputs of a software deployment'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/software_deployments/{id}']
  static override examples = [
    {
      command:
        'osc software deployment output show --all --long $(osc software deployment list -f value -c id | tail -1)',
      description: 'Print all outputs in full',
    },
  ]
  static override args = {
    deployment: Args.string({description: 'Software deployment (ID)', required: true}),
    output: Args.string({description: 'Output, for example deploy_stdout', required: false}),
  }
  static override flags = {
    all: Flags.boolean({description: 'Show all outputs'}),
    long: Flags.boolean({description: 'Print logs in full, not only their last lines'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SoftwareDeploymentOutputShow)
    const {output, deployment} = args
    if (flags.all === (output !== undefined)) throw new UsageError('Specify either an output or --all.')
    const outputs = asObject((await this.api(SoftwareDeployment).find(deployment)).output_values)
    const names = Object.keys(outputs)
    if (names.length === 0) return
    if (output !== undefined && !names.includes(output)) {
      throw new NotFoundError(`Deployment ${deployment} does not have an output '${output}'.`, {
        hint: `Choose from ${names.join(', ')}.`,
      })
    }
    await this.print(output === undefined ? 'output_values:\n' : 'output_value:\n')
    for (const name of output === undefined ? names : [output]) {
      for (const line of deploymentOutput(outputs, name, flags.long)) await this.print(line)
    }
  }
}
