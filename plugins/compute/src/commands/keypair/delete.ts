import {Args, OscCommand, userFlags, userOf} from '@osc-cli/core'
import {Keypair} from '#keypair'

export default class KeypairDelete extends OscCommand {
  static override summary = 'Delete keypairs'
  static override roles = ['member']
  static override calls = ['GET /v3/users?name={name}', 'DELETE /v2.1/os-keypairs/{name}']
  static override needs = {user: {microversion: '2.10'}}
  static override seeAlso = ['keypair list']
  static override examples = [{command: 'osc keypair delete web', description: 'Delete a keypair'}]
  static override args = {
    name: Args.string({description: 'Keypairs to delete (names)', required: true, multiple: true}),
  }
  static override flags = {...userFlags('Owner of the keypairs (name or ID, admin only)')}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(KeypairDelete)
    const owner = await userOf(this.api, flags)
    await this.each(args.name, (name) => this.api(Keypair).delete(name, {user_id: owner}))
  }
}
