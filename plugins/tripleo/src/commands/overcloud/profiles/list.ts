import {asText, defineResource, Flags, type JsonObject, ListCommand} from '@osc-cli/core'
import {hasService} from '#engine/running'
import {capabilitiesOf, possibleProfiles} from '#machine/capabilities'
import {Machine} from '#machine/machine'
import {demandFlags} from '#machine/profiles'
import {unusable} from '#machine/usable'

const Hypervisor = defineResource({
  noun: 'hypervisor',
  service: 'compute',
  path: '/os-hypervisors',
  listPath: '/os-hypervisors/detail',
  collection: 'hypervisors',
})

export default class OvercloudProfilesList extends ListCommand {
  static override summary = 'List machines and their profiles'
  static override description =
    'Without --all, only machines that can be deployed. A flavor with the property capabilities:profile uses only machines ' +
    'with that profile.'
  static override service = 'baremetal'
  static override roles = ['admin']
  static override calls = ['GET /v1/nodes', 'GET /v2.1/os-hypervisors/detail']
  static override seeAlso = ['overcloud profiles match', 'overcloud profiles set']
  static override examples = [
    {command: 'osc overcloud profiles list --all', description: 'List all machines, and why they cannot be deployed'},
  ]
  static override flags = {
    all: Flags.boolean({description: 'Include machines that cannot be deployed, with the reason'}),
    ...demandFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudProfilesList)
    const query = {detail: true, ...(!flags.all && {maintenance: false})}
    const machines = await Array.fromAsync(this.api(Machine).list(query))
    const hypervisors = await this.hypervisors()
    const rows = machines.map((machine) => {
      const capabilities = capabilitiesOf(machine)
      return {
        ...machine,
        name: asText(machine.name) ?? '',
        profile: capabilities.get('profile') ?? null,
        possible: possibleProfiles(capabilities).join(', '),
        error: unusable(machine, hypervisors),
      }
    })
    await this.table(
      {
        'Node UUID': 'uuid',
        'Node Name': 'name',
        'Provision State': 'provision_state',
        'Current Profile': 'profile',
        'Possible Profiles': 'possible',
        ...(flags.all && {Error: 'error'}),
      },
      flags.all ? rows : rows.filter(({error}) => error === ''),
    )
  }

  /** Hypervisors of Nova that are machines, by UUID; none where Nova does not use Ironic. */
  private async hypervisors(): Promise<Map<string, JsonObject>> {
    if (!(await hasService(await this.session(), 'compute'))) return new Map()
    const found = await Array.fromAsync(this.api(Hypervisor).list())
    return new Map(
      found.filter(({hypervisor_type: type}) => type === 'ironic').map((one) => [String(one.hypervisor_hostname), one]),
    )
  }
}
