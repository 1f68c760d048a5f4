import {Args, OscCommand} from '@osc-cli/core'
import {ServiceProvider} from '#federation'

export default class ServiceProviderDelete extends OscCommand {
  static override summary = 'Delete service providers'
  static override roles = ['admin']
  static override calls = ['DELETE /v3/OS-FEDERATION/service_providers/{id}']
  static override examples = [{command: 'osc service provider delete partner', description: 'Delete one of them'}]
  static override args = {
    service_provider: Args.string({description: 'Service providers to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServiceProviderDelete)
    await this.each(args.service_provider, (provider) => this.api(ServiceProvider).delete(provider))
  }
}
