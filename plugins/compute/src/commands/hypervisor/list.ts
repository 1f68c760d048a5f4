import {Flags, firstOf, ListCommand, pageFlags, pick, UsageError} from '@osc-cli/core'
import {Hypervisor, hypervisorFields, oldFields} from '#hypervisor'

export default class HypervisorList extends ListCommand {
  static override summary = 'List hypervisors'
  static override roles = ['admin']
  static override calls = ['GET /v2.1/os-hypervisors/detail']
  static override needs = {limit: {microversion: '2.33'}, marker: {microversion: '2.33'}}
  static override seeAlso = ['hypervisor show', 'compute service list']
  static override examples = [
    {command: 'osc hypervisor list --matching compute', description: 'List hypervisors by a part of their name'},
  ]
  static override flags = {
    matching: Flags.string({description: 'Part of the host name of the hypervisors', helpValue: 'TEXT'}),
    ...pageFlags,
    long: Flags.boolean({description: 'Include vCPUs and memory (up to microversion 2.87)'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(HypervisorList)
    if (flags.matching && (flags.marker || flags.limit))
      throw new UsageError('--matching cannot be used with --marker or --limit.')
    const hypervisors = this.api({...Hypervisor, listPath: '/os-hypervisors/detail'})
    const isNew = (await hypervisors.microversion()).atLeast('2.88')
    const columns = {
      ...pick(hypervisorFields, {
        ID: 'id',
        'Hypervisor Hostname': 'hypervisor_hostname',
        'Hypervisor Type': 'hypervisor_type',
        'Host IP': 'host_ip',
        State: 'state',
      }),
      ...(flags.long &&
        !isNew &&
        pick(oldFields, {
          'vCPUs Used': 'vcpus_used',
          vCPUs: 'vcpus',
          'Memory MB Used': 'memory_mb_used',
          'Memory MB': 'memory_mb',
        })),
    }
    const query = {
      hypervisor_hostname_pattern: flags.matching || undefined,
      marker: flags.marker || undefined,
      limit: flags.limit || undefined,
    }
    await this.table(columns, firstOf(hypervisors.list(query), flags['max-items']))
  }
}
