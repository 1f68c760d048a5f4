import {Args, asArray, asObject, ListCommand} from '@osc-cli/core'
import {Host, OLDEST} from '#host'

export default class HostShow extends ListCommand {
  static override summary = 'Deprecated: show a host'
  static override description = 'Use `hypervisor show`.'
  static override roles = ['admin']
  static override calls = ['GET /v2.1/os-hosts/{host}']
  static override seeAlso = ['hypervisor show']
  static override examples = [{command: 'osc host show compute-1', description: 'Show the resources of a host'}]
  static override args = {host: Args.string({description: 'Host (name)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(HostShow)
    await this.note('`host show` is deprecated: use `hypervisor show`.')
    const {host} = await this.api(Host).send(args.host, 'GET', '', undefined, OLDEST)
    const rows = asArray(host).map((one) => asObject(asObject(one).resource))
    await this.table(
      {Host: 'host', Project: 'project', CPU: 'cpu', 'Memory MB': 'memory_mb', 'Disk GB': 'disk_gb'},
      rows,
    )
  }
}
