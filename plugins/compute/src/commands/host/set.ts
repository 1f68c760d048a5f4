import {Args, Flags, isEmpty, type JsonObject, OscCommand} from '@osc-cli/core'
import {Host, OLDEST} from '#host'

export default class HostSet extends OscCommand {
  static override summary = 'Deprecated: change a host'
  static override description = 'Use `compute service set`.'
  static override roles = ['admin']
  static override calls = ['PUT /v2.1/os-hosts/{host}']
  static override seeAlso = ['compute service set']
  static override examples = [{command: 'osc host set --disable compute-1', description: 'Disable a host'}]
  static override args = {host: Args.string({description: 'Host (name)', required: true})}
  static override flags = {
    ...Flags.choices({enable: 'Enable the host', disable: 'Disable the host'}),
    ...Flags.choices({
      'enable-maintenance': 'Enable maintenance mode',
      'disable-maintenance': 'Disable maintenance mode',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(HostSet)
    await this.note('`host set` is deprecated: use `compute service set`.')
    const body: JsonObject = {
      status: Flags.chosen(flags, {enable: 'enable', disable: 'disable'}),
      maintenance_mode: Flags.chosen(flags, {'enable-maintenance': 'enable', 'disable-maintenance': 'disable'}),
    }
    if (!isEmpty(body)) await this.api(Host).send(args.host, 'PUT', '', body, OLDEST)
  }
}
