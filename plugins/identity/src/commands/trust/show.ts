import {Args, ShowCommand} from '@osc-cli/core'
import {Trust, trustFields} from '#trust'

export default class TrustShow extends ShowCommand {
  static override summary = 'Show a trust'
  static override roles = []
  static override columns = Object.keys(trustFields)
  static override calls = ['GET /v3/OS-TRUST/trusts/{id}']
  static override examples = [
    {
      command: 'osc trust show $(osc trust list --trustor admin -f value -c ID | tail -1)',
      description: 'Use the last trust of admin',
    },
  ]
  static override args = {
    trust: Args.string({description: 'Trust (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(TrustShow)
    await this.show(await this.api(Trust).find(args.trust), trustFields)
  }
}
