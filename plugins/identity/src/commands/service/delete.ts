import {Args, OscCommand} from '@osc-cli/core'
import {Service, serviceId} from '#service'

export default class ServiceDelete extends OscCommand {
  static override summary = 'Delete services and their endpoints'
  static override roles = ['admin']
  static override calls = ['GET /v3/services', 'DELETE /v3/services/{id}']
  static override examples = [{command: 'osc service delete meter', description: 'Delete one service'}]
  static override args = {
    services: Args.string({description: 'Services to delete (types, names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServiceDelete)
    await this.each(args.services, async (service) => {
      await this.api(Service).delete(await serviceId(this.api, service))
    })
  }
}
