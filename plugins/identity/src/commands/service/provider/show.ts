import {Args, ShowCommand} from '@osc-cli/core'
import {ServiceProvider} from '#federation'
import {serviceProviderFields} from '#service-provider'

export default class ServiceProviderShow extends ShowCommand {
  static override summary = 'Show a service provider'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys(serviceProviderFields)
  static override calls = ['GET /v3/OS-FEDERATION/service_providers/{id}']
  static override examples = [{command: 'osc service provider show partner', description: 'Show its URLs'}]
  static override args = {
    service_provider: Args.string({description: 'Service provider (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServiceProviderShow)
    await this.show(await this.api(ServiceProvider).find(args.service_provider), serviceProviderFields)
  }
}
