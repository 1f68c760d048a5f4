import {Args, ShowCommand} from '@osc-cli/core'
import {Credential, credentialFields} from '#credential'

export default class CredentialShow extends ShowCommand {
  static override summary = 'Show a credential'
  static override roles = []
  static override columns = Object.keys(credentialFields)
  static override calls = ['GET /v3/credentials/{id}']
  static override examples = [
    {
      command: 'osc credential show $(osc credential list --type note -f value -c ID | tail -1)',
      description: 'Use the last note in the list',
    },
  ]
  static override args = {
    credential: Args.string({description: 'Credential (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(CredentialShow)
    await this.show(await this.api(Credential).find(args.credential), credentialFields)
  }
}
