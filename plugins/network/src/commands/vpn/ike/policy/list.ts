import {Flags, ListCommand} from '@osc-cli/core'
import {IkePolicy, ikePolicyColumns, longIkePolicyColumns} from '#vpn/ike-policy'

export default class VpnIkePolicyList extends ListCommand {
  static override summary = 'List IKE policies'
  static override roles = ['reader']
  static override columns = Object.keys({...ikePolicyColumns, ...longIkePolicyColumns})
  static override calls = ['GET /v2.0/vpn/ikepolicies']
  static override requires = 'vpnaas'
  static override examples = [{command: 'osc vpn ike policy list', description: 'List all IKE policies'}]
  static override flags = {
    long: Flags.boolean({description: 'Include additional columns'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VpnIkePolicyList)
    await this.table(flags.long ? longIkePolicyColumns : ikePolicyColumns, this.api(IkePolicy).list())
  }
}
