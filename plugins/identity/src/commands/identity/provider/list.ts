import {Flags, ListCommand} from '@osc-cli/core'
import {IdentityProvider} from '#federation'
import {identityProviderColumns} from '#identity-provider'

export default class IdentityProviderList extends ListCommand {
  static override summary = 'List identity providers.'
  static override roles = ['admin', 'system reader']
  static override calls = ['GET /v3/OS-FEDERATION/identity_providers']
  static override examples = [{command: 'osc identity provider list --enabled', description: 'Those that may be used'}]
  static override flags = {
    id: Flags.string({description: 'Only the one of this ID.', helpValue: 'ID'}),
    enabled: Flags.boolean({description: 'Only enabled ones.'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(IdentityProviderList)
    const providers = this.api(IdentityProvider).list({id: flags.id, enabled: flags.enabled || undefined})
    await this.table(identityProviderColumns, providers)
  }
}
