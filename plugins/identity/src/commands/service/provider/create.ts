import {Args, ShowCommand} from '@osc-cli/core'
import {ServiceProvider} from '#federation'
import {enableDisable} from '#flags'
import {serviceProviderBody, serviceProviderFields, serviceProviderFlags} from '#service-provider'

export default class ServiceProviderCreate extends ShowCommand {
  static override summary = 'Create a service provider: another cloud for your users'
  static override roles = ['admin']
  static override calls = ['PUT /v3/OS-FEDERATION/service_providers/{id}']
  static override examples = [
    {
      command:
        'osc service provider create --auth-url https://keystone.partner.example/v3/OS-FEDERATION/identity_providers/us/protocols/saml2/auth --service-provider-url https://keystone.partner.example/Shibboleth.sso/SAML2/ECP partner',
      description: 'Add a cloud with Keystone',
    },
  ]
  static override args = {
    service_provider_id: Args.string({description: 'ID of the new service provider', required: true}),
  }
  static override flags = {
    ...serviceProviderFlags(true),
    ...enableDisable('service provider'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServiceProviderCreate)
    const body = serviceProviderBody(flags, !flags.disable)
    await this.show(await this.api(ServiceProvider).put(args.service_provider_id, body), serviceProviderFields)
  }
}
