import {Flags, ListCommand} from '@osc-cli/core'
import {IdentityProvider} from '#federation'
import {identityProviderColumns} from '#identity-provider'

export default class IdentityProviderList extends ListCommand {
  static override summary = 'List identity providers'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys(identityProviderColumns)
  static override calls = ['GET /v3/OS-FEDERATION/identity_providers']
  static override examples = [{command: 'osc identity provider list --enabled', description: 'List the enabled ones'}]
  static override flags = {
    id: Flags.string({description: 'Identity provider ID', helpValue: 'ID'}),
    enabled: Flags.boolean({description: 'List enabled ones only'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(IdentityProviderList)
    const providers = this.api(IdentityProvider).list({id: flags.id, enabled: flags.enabled || undefined})
    await this.table(identityProviderColumns, providers)
  }
}
