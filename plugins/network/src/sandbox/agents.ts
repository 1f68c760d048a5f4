import type {JsonObject} from '@osc-cli/core'
import {type Call, conflict, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {neutronCollection, yes} from '#sandbox/collection'
import type {Networks} from '#sandbox/networks'

const AGENTS = [
  {agent_type: 'DHCP agent', binary: 'neutron-dhcp-agent', topic: 'dhcp_agent'},
  {agent_type: 'L3 agent', binary: 'neutron-l3-agent', topic: 'l3_agent'},
  {agent_type: 'BGP dynamic routing agent', binary: 'neutron-bgp-dragent', topic: 'bgp_dragent'},
]

/** Agents and what they host, IP address usage, service providers and auto-allocated topologies. */
export function agents(cloud: SandboxCloud, {networks, subnets}: Networks): Routes {
  const records = neutronCollection(cloud, {
    path: '/agents',
    member: 'agent',
    collection: 'agents',
    without: ['create'],
    fields: {admin_state_up: yes},
    filters: ['agent_type', 'host'],
  })
  if (records.find().length === 0)
    for (const {agent_type, binary, topic} of AGENTS)
      records.put({id: cloud.newId(), agent_type, binary, topic, host: 'sandbox', alive: true, admin_state_up: true})
  const usage = (network: JsonObject): JsonObject => {
    const own = subnets.find({network_id: String(network.id)})
    const {id = null, name = null, project_id = null} = network
    return {
      network_id: id,
      network_name: name,
      project_id,
      total_ips: own.length * 253,
      used_ips: 0,
      subnet_ip_availability: [],
    }
  }
  return {
    ...records.routes,
    ...hosting('dhcp-networks', 'networks', 'network_id', '/networks/:thing/dhcp-agents'),
    ...hosting('l3-routers', 'routers', 'router_id', '/routers/:thing/l3-agents'),
    ...hosting('bgp-drinstances', 'bgp_speakers', 'bgp_speaker_id', '/bgp-speakers/:thing/bgp-dragents'),
    'PUT /v2.0/agents/:id/l3-routers/:router': (call) => ({body: records.own(call)}),
    'GET /v2.0/network-ip-availabilities': () => ({
      body: {network_ip_availabilities: networks.find().map(usage)},
    }),
    'GET /v2.0/network-ip-availabilities/:id': (call) => ({
      body: {network_ip_availability: usage(networks.one(call))},
    }),
    'GET /v2.0/service-providers': () => ({
      body: {service_providers: [{service_type: 'L3_ROUTER_NAT', name: 'single_node', default: true}]},
    }),
    ...topologies(cloud),
  }

  /** What agents host: networks, routers or BGP speakers, and the agents of each. */
  function hosting(path: string, collection: string, key: string, agentsOf: `/${string}`): Routes {
    const hosted = cloud.store.collection(`network/${path}`)
    const things = cloud.store.collection(`network/${collection}`)
    const keyOf = ({id}: JsonObject, thing: unknown) => `${id}/${thing}`
    return {
      [`GET /v2.0${agentsOf}`]: ({params: {thing = ''}}: Call) => ({
        body: {
          agents: records
            .find()
            .filter((agent) => hosted.get(keyOf(agent, thing)))
            .map((agent) => ({...agent, ha_state: 'active'})),
        },
      }),
      [`GET /v2.0/agents/:id/${path}`](call: Call) {
        const agent = records.one(call)
        return {body: {[collection]: things.find().filter(({id}) => hosted.get(keyOf(agent, id)))}}
      },
      [`POST /v2.0/agents/:id/${path}`](call: Call) {
        hosted.put(keyOf(records.own(call), call.body[key]), {})
        return {status: 201, body: {}}
      },
      [`DELETE /v2.0/agents/:id/${path}/:thing`](call: Call) {
        const stored = keyOf(records.own(call), call.params.thing)
        // Neutron also accepts the removal of a router that the agent does not host.
        if (key === 'network_id' && !hosted.get(stored))
          throw conflict(`The network ${call.params.thing} is not hosted by the DHCP agent ${call.params.id}.`)
        hosted.delete(stored)
        return {status: 204}
      },
    }
  }
}

function topologies(cloud: SandboxCloud): Routes {
  const stored = cloud.store.collection('network/topologies')
  return {
    'GET /v2.0/auto-allocated-topology/:project'({params: {project = ''}, query}) {
      if (query.get('fields') === 'dry-run') return {body: {auto_allocated_topology: {id: 'dry-run=pass'}}}
      const topology = stored.get(project) ?? {id: cloud.newId(), tenant_id: project}
      stored.put(project, topology)
      return {body: {auto_allocated_topology: topology}}
    },
    'DELETE /v2.0/auto-allocated-topology/:project'({params: {project = ''}}) {
      stored.delete(project)
      return {status: 204}
    },
  }
}
