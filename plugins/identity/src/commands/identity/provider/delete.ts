import {Args, OscCommand} from '@osc-cli/core'
import {IdentityProvider} from '#federation'

export default class IdentityProviderDelete extends OscCommand {
  static override summary = 'Delete identity providers'
  static override roles = ['admin']
  static override calls = ['DELETE /v3/OS-FEDERATION/identity_providers/{id}']
  static override examples = [{command: 'osc identity provider delete campus', description: 'Delete one of them'}]
  static override args = {
    identity_provider: Args.string({description: 'Identity providers to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(IdentityProviderDelete)
    await this.each(args.identity_provider, (provider) => this.api(IdentityProvider).delete(provider))
  }
}
