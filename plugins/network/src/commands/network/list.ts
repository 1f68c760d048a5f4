import {
  Flags,
  firstOf,
  Known,
  ListCommand,
  pageFlags,
  projectFlags,
  projectOf,
  tagFilterFlags,
  tagQuery,
} from '@osc-cli/core'
import {AgentNetwork} from '#agent-resources'
import {longNetworkColumns, networkColumns} from '#network'
import {sharedOf, shareFilterFlags} from '#share-flags'

export default class NetworkList extends ListCommand {
  static override summary = 'List networks'
  static override roles = ['reader']
  static override columns = Object.keys({...networkColumns, ...longNetworkColumns})
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/networks',
    'GET /v2.0/agents/{agent_id}/dhcp-networks',
  ]
  static override seeAlso = ['network show', 'subnet list']
  static override examples = [
    {command: 'osc network list', description: 'List all networks'},
    {command: 'osc network list --external --long', description: 'List external networks with more columns'},
  ]
  static override flags = {
    ...Flags.choices({external: 'List external networks', internal: 'List internal networks'}),
    long: Flags.boolean({description: 'Include additional columns'}),
    name: Flags.string({description: 'List networks with this name', helpValue: 'NAME'}),
    ...Flags.choices({enable: 'List enabled networks', disable: 'List disabled networks'}),
    ...Flags.choices({pvlan: 'List private VLANs', 'no-pvlan': 'List networks that are not private VLANs'}),
    ...shareFilterFlags('networks'),
    status: Flags.string({
      description: 'List networks with this status',
      options: ['ACTIVE', 'BUILD', 'DOWN', 'ERROR'],
    }),
    'provider-network-type': Flags.string({
      description: 'List networks with this physical mechanism',
      options: ['flat', 'geneve', 'gre', 'local', 'vlan', 'vxlan'],
    }),
    'provider-physical-network': Flags.string({
      description: 'List networks on this physical network',
      helpValue: 'PROVIDER-PHYSICAL-NETWORK',
    }),
    'provider-segment': Flags.string({
      description: 'List networks with this VLAN or tunnel ID',
      helpValue: 'PROVIDER-SEGMENT',
    }),
    agent: Flags.string({description: 'List networks hosted by this DHCP agent (ID)', helpValue: 'AGENT-ID'}),
    ...projectFlags('List networks of this project (name or ID)'),
    ...tagFilterFlags('networks'),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkList)
    if (flags.agent !== undefined) {
      await this.table(networkColumns, this.api(AgentNetwork).under(flags.agent).list())
      return
    }
    const networks = this.api(Known.Network).list({
      'router:external': Flags.chosen(flags, {external: true, internal: false}),
      name: flags.name,
      admin_state_up: Flags.chosen(flags, {enable: true, disable: false}),
      project_id: await projectOf(this.api, flags),
      shared: sharedOf(flags),
      status: flags.status,
      'provider:network_type': flags['provider-network-type'],
      'provider:physical_network': flags['provider-physical-network'],
      'provider:segmentation_id': flags['provider-segment'],
      pvlan: Flags.chosen(flags, {pvlan: true, 'no-pvlan': false}),
      ...tagQuery(flags),
      marker: flags.marker,
      limit: flags.limit,
    })
    await this.table(flags.long ? longNetworkColumns : networkColumns, firstOf(networks, flags['max-items']))
  }
}
