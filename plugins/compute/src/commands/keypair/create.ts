import {Args, Flags, readText, ShowCommand, userFlags, userOf} from '@osc-cli/core'
import {Keypair, keypairFields} from '#keypair'
import {pathOf, savePrivateKey} from '#private-key-file'
import {newSshKey} from '#ssh-key'

export default class KeypairCreate extends ShowCommand {
  static override summary = 'Create or import a keypair'
  static override description =
    'Without --public-key, an Ed25519 key is generated on this machine. The private key is saved with --private-key, or printed; it is not sent to the cloud.'
  static override roles = ['member']
  static override calls = ['GET /v3/users?name={name}', 'POST /v2.1/os-keypairs']
  static override needs = {type: {microversion: '2.2'}, user: {microversion: '2.10'}}
  static override seeAlso = ['keypair list', 'server create']
  static override examples = [
    {command: 'osc keypair create --private-key web.pem web', description: 'Save the private key to a file'},
    {command: 'osc keypair create --public-key ~/.ssh/id_ed25519.pub laptop', description: 'Import a public key'},
  ]
  static override args = {name: Args.string({description: 'Name of the new keypair', required: true})}
  static override flags = {
    'public-key': Flags.string({
      description: 'File with the public key to import',
      helpValue: 'FILE',
      exclusive: ['private-key'],
    }),
    'private-key': Flags.string({
      description: 'New file for the generated private key (mode 0600)',
      helpValue: 'FILE',
      exclusive: ['public-key'],
    }),
    type: Flags.string({description: 'Type of the keypair', options: ['ssh', 'x509']}),
    ...userFlags('Owner of the keypair (name or ID, admin only)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(KeypairCreate)
    const imported = flags['public-key']
    const body = {name: args.name, type: flags.type, user_id: await userOf(this.api, flags)}
    const keypairs = this.api(Keypair)
    if (imported) {
      const key = await readText(pathOf(imported, this.runtime), this.runtime)
      return await this.show(await keypairs.create({...body, public_key: key}), keypairFields)
    }
    const key = newSshKey()
    const file = flags['private-key']
    const remove = file ? savePrivateKey(file, key.privateKey, this.runtime) : undefined
    try {
      const created = await keypairs.create({...body, public_key: key.publicKey})
      if (remove) return await this.show(created, keypairFields)
    } catch (error) {
      remove?.()
      throw error
    }
    await this.printText(key.privateKey)
  }
}
