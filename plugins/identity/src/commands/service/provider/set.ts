import {Args, Flags, requireChanges, ShowCommand} from '@osc-cli/core'
import {ServiceProvider} from '#federation'
import {enableDisable} from '#flags'
import {serviceProviderBody, serviceProviderFields, serviceProviderFlags} from '#service-provider'

export default class ServiceProviderSet extends ShowCommand {
  static override summary = 'Change a service provider'
  static override roles = ['admin']
  static override calls = ['PATCH /v3/OS-FEDERATION/service_providers/{id}']
  static override examples = [{command: 'osc service provider set --disable partner', description: 'Disable it'}]
  static override args = {
    service_provider: Args.string({description: 'Service provider to change (ID)', required: true}),
  }
  static override flags = {
    ...serviceProviderFlags(false),
    ...enableDisable('service provider'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServiceProviderSet)
    const body = serviceProviderBody(flags, Flags.chosen(flags, {enable: true, disable: false}))
    const changed = await this.api(ServiceProvider).update(args.service_provider, requireChanges(body))
    await this.show(changed, serviceProviderFields)
  }
}
