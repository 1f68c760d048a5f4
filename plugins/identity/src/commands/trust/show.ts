import {Args, ShowCommand} from '@osc-cli/core'
import {shownTrust, Trust} from '#trust'

export default class TrustShow extends ShowCommand {
  static override summary = 'Show a trust.'
  static override roles = []
  static override calls = ['GET /v3/OS-TRUST/trusts/{id}']
  static override examples = [
    {
      command: 'osc trust show $(osc trust list --trustor admin -f value -c ID | tail -1)',
      description: 'The last one that admin gave',
    },
  ]
  static override args = {
    trust: Args.string({description: 'Trust (ID).', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(TrustShow)
    await this.show(shownTrust(await this.api(Trust).find(args.trust)))
  }
}
