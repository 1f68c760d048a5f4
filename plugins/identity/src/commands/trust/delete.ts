import {Args, OscCommand} from '@osc-cli/core'
import {Trust} from '#trust'

export default class TrustDelete extends OscCommand {
  static override summary = 'Delete trusts'
  static override roles = []
  static override calls = ['DELETE /v3/OS-TRUST/trusts/{id}']
  static override examples = [
    {
      command: 'osc trust delete $(osc trust list --trustor admin -f value -c ID | tail -1)',
      description: 'Use the last trust of admin',
    },
  ]
  static override args = {
    trust: Args.string({description: 'Trusts to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(TrustDelete)
    await this.each(args.trust, (trust) => this.api(Trust).delete(trust))
  }
}
