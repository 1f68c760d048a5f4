import {type Columns, Flags, fields, ListCommand} from '@osc-cli/core'
import {ComputeService} from '#compute-service'

export default class ComputeServiceList extends ListCommand {
  static override summary = 'List compute services'
  static override roles = ['admin']
  static override calls = ['GET /v2.1/os-services']
  static override seeAlso = ['compute service set', 'hypervisor list']
  static override examples = [
    {command: 'osc compute service list --service nova-compute --long', description: 'List the compute hosts'},
  ]
  static override flags = {
    host: Flags.string({description: 'Host of the services', helpValue: 'HOST'}),
    service: Flags.string({description: 'Binary of the services, such as nova-compute', helpValue: 'BINARY'}),
    long: Flags.boolean({description: 'Include why services are disabled'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ComputeServiceList)
    const services = this.api(ComputeService)
    const columns: Columns = {
      ...COLUMNS,
      ...(flags.long && {'Disabled Reason': 'disabled_reason'}),
      ...(flags.long && (await services.microversion()).atLeast('2.11') && {'Forced Down': 'forced_down'}),
    }
    await this.table(fields(columns), services.list({host: flags.host, binary: flags.service}))
  }
}

const COLUMNS = {
  ID: 'id',
  Binary: 'binary',
  Host: 'host',
  Zone: 'zone',
  Status: 'status',
  State: 'state',
  'Updated At': 'updated_at',
} as const
