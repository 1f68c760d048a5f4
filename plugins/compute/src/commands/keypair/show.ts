import {Args, asText, Flags, ShowCommand, userFlags, userOf} from '@osc-cli/core'
import {Keypair, keypairFields} from '#keypair'

export default class KeypairShow extends ShowCommand {
  static override summary = 'Show a keypair'
  static override roles = ['reader']
  static override calls = ['GET /v3/users?name={name}', 'GET /v2.1/os-keypairs/{name}']
  static override needs = {user: {microversion: '2.10'}}
  static override seeAlso = ['keypair list']
  static override examples = [{command: 'osc keypair show --public-key web', description: 'Print only the public key'}]
  static override args = {name: Args.string({description: 'Keypair (name)', required: true})}
  static override flags = {
    'public-key': Flags.boolean({description: 'Print only the public key'}),
    ...userFlags('Owner of the keypair (name or ID, admin only)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(KeypairShow)
    const owner = await userOf(this.api, flags)
    const keypair = await this.api(Keypair).get(args.name, {user_id: owner})
    if (flags['public-key']) {
      const key = asText(keypair.public_key) ?? ''
      // In a pipe without a line end, as openstack writes it.
      return await (this.runtime.stdout.isTTY ? this.print(key) : this.runtime.stdout.write(key))
    }
    const {created_at, fingerprint, id, is_deleted, name, ...rest} = keypairFields
    await this.show(keypair, {
      created_at,
      fingerprint,
      id,
      is_deleted,
      name,
      private_key: () => keypair.private_key ?? null,
      ...rest,
    })
  }
}
