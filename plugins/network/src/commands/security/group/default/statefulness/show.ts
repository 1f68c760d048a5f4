import {Args, ShowCommand} from '@osc-cli/core'
import {DefaultStatefulness, statefulnessFields} from '#default-statefulness'

export default class SecurityGroupDefaultStatefulnessShow extends ShowCommand {
  static override summary = 'Show a default statefulness setting'
  static override roles = ['reader']
  static override columns = Object.keys(statefulnessFields)
  static override calls = ['GET /v2.0/security-groups-default-statefulness/{id}']
  static override requires = 'security-groups-default-statefulness'
  static override examples = [
    {
      command:
        'osc security group default statefulness show $(osc security group default statefulness list -f value -c ID | tail -1)',
      description: 'Show whether new groups are stateful',
    },
  ]
  static override args = {
    setting: Args.string({description: 'Default statefulness setting to show (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(SecurityGroupDefaultStatefulnessShow)
    await this.show(await this.api(DefaultStatefulness).find(args.setting), statefulnessFields)
  }
}
