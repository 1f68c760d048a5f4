import {Args, OscCommand} from '@osc-cli/core'
import {Credential} from '#credential'

export default class CredentialDelete extends OscCommand {
  static override summary = 'Delete credentials'
  static override roles = []
  static override calls = ['DELETE /v3/credentials/{id}']
  static override examples = [
    {
      command: 'osc credential delete $(osc credential list --type note -f value -c ID | tail -1)',
      description: 'Use the last note in the list',
    },
  ]
  static override args = {
    credential: Args.string({description: 'Credentials to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(CredentialDelete)
    await this.each(args.credential, (credential) => this.api(Credential).delete(credential))
  }
}
