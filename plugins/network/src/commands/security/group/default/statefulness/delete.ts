import {Args, OscCommand} from '@osc-cli/core'
import {DefaultStatefulness} from '#default-statefulness'

export default class SecurityGroupDefaultStatefulnessDelete extends OscCommand {
  static override summary = 'Delete default statefulness settings'
  static override roles = ['manager']
  static override calls = ['DELETE /v2.0/security-groups-default-statefulness/{id}']
  static override requires = 'security-groups-default-statefulness'
  static override examples = [
    {
      command:
        'osc security group default statefulness delete $(osc security group default statefulness list -f value -c ID | tail -1)',
      description: 'Delete by ID',
    },
  ]
  static override args = {
    setting: Args.string({
      description: 'Default statefulness settings to delete (IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(SecurityGroupDefaultStatefulnessDelete)
    const resource = this.api(DefaultStatefulness)
    await this.each(args.setting, (id) => resource.delete(id))
  }
}
