import {Args, asText, Flags, ShowCommand, showFormat} from '@osc-cli/core'
import {columnsOf} from '#event-columns'
import {SoftwareConfig} from '#software-config'

const FIELDS = ['id', 'name', 'group', 'config', 'inputs', 'outputs', 'options', 'creation_time']

export default class SoftwareConfigShow extends ShowCommand {
  static override summary = 'Show a software config'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/software_configs/{id}']
  static override examples = [
    {
      command: 'osc software config show --config-only $(osc software config list -f value -c id | tail -1)',
      description: 'Print only the script',
    },
  ]
  static override args = {
    config: Args.string({description: 'Software config (ID)', required: true}),
  }
  static override flags = {
    format: showFormat({byDefault: 'yaml'}),
    'config-only': Flags.boolean({description: 'Print only the configuration itself, unchanged'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SoftwareConfigShow)
    const config = await this.api(SoftwareConfig).find(args.config)
    if (flags['config-only']) await this.print(asText(config.config) ?? '')
    else await this.show(config, columnsOf(FIELDS))
  }
}
