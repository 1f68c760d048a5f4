import {Args, OscCommand} from '@osc-cli/core'
import {DefaultStatefulness, isStateful, statefulnessFlags} from '#default-statefulness'

export default class SecurityGroupDefaultStatefulnessSet extends OscCommand {
  static override summary = 'Change a default statefulness setting'
  static override roles = ['manager']
  static override calls = ['PUT /v2.0/security-groups-default-statefulness/{id}']
  static override requires = 'security-groups-default-statefulness'
  static override examples = [
    {
      command:
        'osc security group default statefulness set --stateful $(osc security group default statefulness list -f value -c ID | tail -1)',
      description: 'Make new security groups stateful',
    },
  ]
  static override args = {
    setting: Args.string({description: 'Default statefulness setting to change (ID)', required: true}),
  }
  static override flags = {
    ...statefulnessFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SecurityGroupDefaultStatefulnessSet)
    await this.api(DefaultStatefulness).update(args.setting, {stateful: isStateful(flags)})
  }
}
