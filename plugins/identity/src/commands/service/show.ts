import {Args, ShowCommand} from '@osc-cli/core'
import {findService, serviceFields} from '#service'

export default class ServiceShow extends ShowCommand {
  static override summary = 'Show a service'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys(serviceFields)
  static override calls = ['GET /v3/services']
  static override examples = [{command: 'osc service show keystone', description: 'Show a service by name'}]
  static override args = {
    service: Args.string({description: 'Service (type, name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServiceShow)
    await this.show(await findService(this.api, args.service), serviceFields)
  }
}
