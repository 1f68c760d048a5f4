import {Args, OscCommand} from '@osc-cli/core'
import {SoftwareConfig} from '#software-config'

export default class SoftwareConfigDelete extends OscCommand {
  static override summary = 'Delete software configs'
  static override roles = ['member']
  static override calls = ['DELETE /v1/{project_id}/software_configs/{id}']
  static override examples = [
    {
      command: 'osc software config delete $(osc software config list -f value -c id | tail -1)',
      description: 'Delete the last config in the list',
    },
  ]
  static override args = {
    config: Args.string({description: 'Software configs to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(SoftwareConfigDelete)
    await this.each(args.config, (config) => this.api(SoftwareConfig).delete(config))
  }
}
