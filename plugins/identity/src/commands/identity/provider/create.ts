import {Args, Flags, idIn, ShowCommand} from '@osc-cli/core'
import {Domain} from '#domain'
import {IdentityProvider} from '#federation'
import {enableDisable} from '#flags'
import {identityProviderFields, remoteIdFlags, remoteIds} from '#identity-provider'

export default class IdentityProviderCreate extends ShowCommand {
  static override summary = 'Create an identity provider'
  static override roles = ['admin']
  static override calls = ['PUT /v3/OS-FEDERATION/identity_providers/{id}']
  static override examples = [
    {
      command: 'osc identity provider create --remote-id https://idp.example/ --description "Campus" campus',
      description: 'Create a provider with a remote ID',
    },
  ]
  static override args = {
    identity_provider_id: Args.string({description: 'ID of the new identity provider', required: true}),
  }
  static override flags = {
    ...remoteIdFlags,
    domain: Flags.string({
      description: 'Domain of its users (name or ID; default: a new domain)',
      helpValue: 'DOMAIN',
    }),
    ...enableDisable('identity provider'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(IdentityProviderCreate)
    const [ids, domain] = await Promise.all([remoteIds(flags, this.runtime.cwd), idIn(this.api, Domain, flags.domain)])
    const created = await this.api(IdentityProvider).put(args.identity_provider_id, {
      remote_ids: ids,
      description: flags.description,
      domain_id: domain,
      authorization_ttl: flags['authorization-ttl'],
      enabled: !flags.disable,
    })
    await this.show(created, identityProviderFields)
  }
}
