import {Flags, ListCommand} from '@osc-cli/core'
import {Host, OLDEST} from '#host'

export default class HostList extends ListCommand {
  static override summary = 'Deprecated: list hosts'
  static override description = 'Use `hypervisor list`.'
  static override roles = ['admin']
  static override calls = ['GET /v2.1/os-hosts']
  static override seeAlso = ['hypervisor list']
  static override examples = [{command: 'osc host list', description: 'List hosts and their services'}]
  static override flags = {zone: Flags.string({description: 'Availability zone of the hosts', helpValue: 'ZONE'})}

  async run(): Promise<void> {
    const {flags} = await this.parse(HostList)
    await this.note('`host list` is deprecated: use `hypervisor list`.')
    const hosts = await Array.fromAsync(this.api(Host).list({}, OLDEST))
    const rows = hosts.filter(({zone}) => flags.zone === undefined || zone === flags.zone)
    await this.table({'Host Name': 'host_name', Service: 'service', Zone: 'zone'}, rows)
  }
}
