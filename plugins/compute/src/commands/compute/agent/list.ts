import {Flags, ListCommand} from '@osc-cli/core'
import {Agent, XEN_ONLY} from '#agent'

export default class ComputeAgentList extends ListCommand {
  static override summary = 'List compute agents'
  static override description = XEN_ONLY
  static override roles = ['admin']
  static override calls = ['GET /v2.1/os-agents']
  static override seeAlso = ['compute agent create']
  static override examples = [{command: 'osc compute agent list --hypervisor xen', description: 'List agent builds'}]
  static override flags = {
    hypervisor: Flags.string({description: 'Type of hypervisor', helpValue: 'TYPE'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ComputeAgentList)
    await this.table(COLUMNS, this.api(Agent).list({hypervisor: flags.hypervisor}))
  }
}

const COLUMNS = {
  'Agent ID': 'agent_id',
  Hypervisor: 'hypervisor',
  OS: 'os',
  Architecture: 'architecture',
  Version: 'version',
  Md5Hash: 'md5hash',
  URL: 'url',
}
