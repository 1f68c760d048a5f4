import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {columnsOf} from '#event-columns'
import {SoftwareDeployment} from '#software-deployment'

const FIELDS = [
  'id',
  'server_id',
  'config_id',
  'creation_time',
  'updated_time',
  'status',
  'status_reason',
  'input_values',
  'action',
]

export default class SoftwareDeploymentShow extends ShowCommand {
  static override summary = 'Show a software deployment'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/software_deployments/{id}']
  static override examples = [
    {
      command: 'osc software deployment show --long $(osc software deployment list -f value -c id | tail -1)',
      description: 'Show the last deployment with its outputs',
    },
  ]
  static override args = {
    deployment: Args.string({description: 'Software deployment (ID)', required: true}),
  }
  static override flags = {
    long: Flags.boolean({description: 'Include the output values'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SoftwareDeploymentShow)
    const deployment = await this.api(SoftwareDeployment).find(args.deployment)
    const fields = flags.long ? [...FIELDS, 'output_values'] : FIELDS
    await this.show({...Object.fromEntries(fields.map((field) => [field, ''])), ...deployment}, columnsOf(fields))
  }
}
