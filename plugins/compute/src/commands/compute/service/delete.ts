import {Args, OscCommand} from '@osc-cli/core'
import {ComputeService} from '#compute-service'

export default class ComputeServiceDelete extends OscCommand {
  static override summary = 'Delete compute services'
  static override description = 'Stop the service on its host first: a running service registers itself again.'
  static override roles = ['admin']
  static override calls = ['DELETE /v2.1/os-services/{id}']
  static override seeAlso = ['compute service list']
  static override examples = [
    {
      command: 'osc compute service delete 4f0e4b34-94ff-4f8a-8f0e-3a6b5a0a0c3d',
      description: 'Remove a host that no longer exists',
    },
  ]
  static override args = {
    service: Args.string({description: 'Compute services to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ComputeServiceDelete)
    await this.each(args.service, (service) => this.api(ComputeService).delete(service))
  }
}
