import {Args, ShowCommand} from '@osc-cli/core'
import {IdentityProvider} from '#federation'
import {identityProviderFields} from '#identity-provider'

export default class IdentityProviderShow extends ShowCommand {
  static override summary = 'Show an identity provider'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys(identityProviderFields)
  static override calls = ['GET /v3/OS-FEDERATION/identity_providers/{id}']
  static override examples = [
    {command: 'osc identity provider show campus', description: 'Show its remote IDs and domain'},
  ]
  static override args = {
    identity_provider: Args.string({description: 'Identity provider (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(IdentityProviderShow)
    const provider = await this.api(IdentityProvider).find(args.identity_provider)
    await this.show(provider, identityProviderFields)
  }
}
