import {Args, Flags, OscCommand, requireChanges} from '@osc-cli/core'
import {IdentityProvider} from '#federation'
import {enableDisable} from '#flags'
import {remoteIdFlags, remoteIds} from '#identity-provider'

export default class IdentityProviderSet extends OscCommand {
  static override summary = 'Change an identity provider'
  static override roles = ['admin']
  static override calls = ['PATCH /v3/OS-FEDERATION/identity_providers/{id}']
  static override examples = [
    {
      command: 'osc identity provider set --remote-id https://login.example/ campus',
      description: 'Replace the remote IDs',
    },
  ]
  static override args = {
    identity_provider: Args.string({description: 'Identity provider to change (ID)', required: true}),
  }
  static override flags = {
    ...remoteIdFlags,
    ...enableDisable('identity provider'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(IdentityProviderSet)
    const body = requireChanges({
      description: flags.description,
      remote_ids: await remoteIds(flags, this.runtime.cwd),
      authorization_ttl: flags['authorization-ttl'],
      enabled: Flags.chosen(flags, {enable: true, disable: false}),
    })
    await this.api(IdentityProvider).update(args.identity_provider, body)
  }
}
