import {asArray, asObject, asText, isObject, type JsonObject} from '@osc-cli/core'
import {
  badRequest,
  type Call,
  conflict,
  type Microversions,
  notFound,
  type RestRecords,
  type Routes,
  restRecords,
  type SandboxCloud,
  type SandboxService,
} from '@osc-cli/core/sandbox'
import {steps, TARGETS} from '#sandbox/provision'
import {workflows} from '#sandbox/workflows'

const MICROVERSIONS: Microversions = {
  service: 'baremetal',
  lowest: '1.1',
  highest: '1.82',
  header: 'x-openstack-ironic-api-version',
}

/** The sandbox's Ironic: machines of fake hardware, their cards and provision states. */
const ironic: SandboxService = {
  type: 'baremetal',
  name: 'ironic',
  prefix: 'baremetal',
  endpoint: '',
  failureBody: ({message}) => ({error_message: {faultcode: 'Client', faultstring: message, debuginfo: null}}),
  // Mistral of the sandbox runs the workflows.
  open: (cloud) => ({routes: routesOf(cloud), publicRoutes: VERSIONS, api: {workflows}}),
}

export default ironic

const version = ({origin}: Call): JsonObject => ({
  id: 'v1',
  status: 'CURRENT',
  min_version: MICROVERSIONS.lowest,
  version: MICROVERSIONS.highest,
  links: [{rel: 'self', href: `${origin}/baremetal/v1/`}],
})
const VERSIONS: Routes = {
  'GET /': (call) => ({body: {name: 'OpenStack Ironic API', versions: [version(call)]}}),
  'GET /v1': (call) => ({body: {id: 'v1', version: version(call)}}),
}

const admin = ({caller}: Call): boolean => caller.roles.includes('admin')
const onlyAdmin = {list: admin, show: admin, create: admin, update: admin, delete: admin}

function routesOf(cloud: SandboxCloud): Routes {
  const nodes = restRecords(cloud, 'baremetal/nodes', {
    path: '/v1/nodes',
    collection: 'nodes',
    noun: 'node',
    idKey: 'uuid',
    uuids: true,
    alsoFoundBy: 'name',
    jsonPatch: true,
    additional: true,
    allow: onlyAdmin,
    times: {created: 'created_at', updated: 'updated_at'},
    microversions: MICROVERSIONS,
    fields: {
      name: {type: 'string', nullable: true},
      driver: {type: 'string', required: true},
      driver_info: {type: 'object', default: {}},
      properties: {type: 'object', default: {}},
      extra: {type: 'object', default: {}},
      resource_class: {type: 'string', nullable: true},
      provision_state: {type: 'string', default: 'enroll'},
      target_provision_state: {type: 'string', nullable: true},
      power_state: {type: 'string', nullable: true},
      last_error: {type: 'string', nullable: true},
      maintenance: {type: 'boolean', default: false},
      maintenance_reason: {type: 'string', nullable: true},
      instance_uuid: {type: 'string', nullable: true},
      instance_info: {type: 'object', default: {}},
      allocation_uuid: {type: 'string', nullable: true},
    },
    filters: ['provision_state'],
    matches: {
      maintenance: ({maintenance}, value) => String(maintenance) === value.toLowerCase(),
      // The sandbox always lists whole records.
      detail: () => true,
      fields: () => true,
    },
    created(node) {
      refuseDriver(node)
      const {name} = node
      if (name && nodes.find({name: String(name)}).length > 0)
        throw conflict(`A node with name ${name} already exists.`)
      return node
    },
    // Ironic never shows passwords.
    view: (node) => ({...node, driver_info: masked(asObject(node.driver_info))}),
    beforeDelete: ({uuid}) => {
      for (const card of cards.find({node_uuid: String(uuid)})) cards.delete(String(card.uuid))
    },
  })
  const cards: RestRecords = restRecords(cloud, 'baremetal/ports', {
    path: '/v1/ports',
    collection: 'ports',
    noun: 'port',
    idKey: 'uuid',
    uuids: true,
    allow: onlyAdmin,
    microversions: MICROVERSIONS,
    fields: {address: {type: 'string', required: true}, node_uuid: {type: 'string', required: true}},
    filters: ['address'],
    matches: {node: ({node_uuid}, value) => node_uuid === value, fields: () => true},
    created(card) {
      if (cards.find({address: String(card.address)}).length > 0)
        throw conflict(`A port with MAC address ${card.address} already exists.`)
      return card
    },
  })
  const allocations = allocationsOf(cloud, nodes)
  return {
    ...nodes.routes,
    ...cards.routes,
    ...allocations.routes,
    ...stateRoutes(nodes, allocations),
    ...vifRoutes(nodes),
  }
}

/** Reservations of machines: Ironic chooses one that is available. */
function allocationsOf(cloud: SandboxCloud, nodes: RestRecords): RestRecords {
  return restRecords(cloud, 'baremetal/allocations', {
    path: '/v1/allocations',
    collection: 'allocations',
    noun: 'allocation',
    idKey: 'uuid',
    uuids: true,
    alsoFoundBy: 'name',
    allow: onlyAdmin,
    microversions: MICROVERSIONS,
    fields: {
      name: {type: 'string'},
      resource_class: {type: 'string', required: true},
      candidate_nodes: {type: 'array', default: []},
      traits: {type: 'array', default: []},
      state: {type: 'string', default: 'allocating'},
      node_uuid: {type: 'string', nullable: true},
      last_error: {type: 'string', nullable: true},
    },
    created(allocation) {
      const {resource_class: resourceClass, candidate_nodes: candidates} = allocation
      const named = asArray(candidates)
      const node = nodes
        .find({provision_state: 'available', resource_class: String(resourceClass)})
        .find(
          ({uuid, maintenance, instance_uuid: taken}) =>
            !maintenance && !taken && (named.length === 0 || named.includes(uuid ?? null)),
        )
      if (!node)
        return {
          ...allocation,
          state: 'error',
          last_error: `Failed to process allocation ${allocation.uuid}: no available nodes match the resource class ${resourceClass}`,
        }
      nodes.put({...node, instance_uuid: allocation.uuid ?? null, allocation_uuid: allocation.uuid ?? null})
      return {...allocation, state: 'active', node_uuid: node.uuid ?? null}
    },
    beforeDelete({node_uuid: id}) {
      for (const node of nodes.find({uuid: String(id)}))
        nodes.put({...node, instance_uuid: null, allocation_uuid: null})
    },
  })
}

/** The ports of Neutron that are attached to machines. */
function vifRoutes(nodes: RestRecords): Routes {
  const attached = (node: JsonObject) => asArray(asObject(node.internal_info).vifs).map(String)
  return {
    'GET /v1/nodes/:id/vifs': (call) => ({body: {vifs: attached(nodes.own(call)).map((id) => ({id}))}}),
    'POST /v1/nodes/:id/vifs'(call) {
      const node = nodes.own(call)
      const id = asText(call.body.id) ?? ''
      if (attached(node).includes(id)) throw conflict(`Unable to attach VIF ${id}: it is already attached.`)
      nodes.put({...node, internal_info: {vifs: [...attached(node), id]}})
      return {status: 204}
    },
  }
}

function stateRoutes(nodes: RestRecords, allocations: RestRecords): Routes {
  return {
    'PUT /v1/nodes/:id/states/provision'(call) {
      const node = nodes.own(call)
      const target = asText(call.body.target) ?? ''
      const change = TARGETS[target]
      const state = String(node.provision_state)
      if (!change?.from.includes(state))
        throw badRequest(
          `The requested action "${target}" can not be performed on node "${node.uuid}" while it is in state "${state}".`,
        )
      const id = nodes.idOf(node)
      // Undeploying a machine ends its reservation.
      const allocation = asText(node.allocation_uuid)
      if (target === 'deleted' && allocation !== undefined) allocations.delete(allocation)
      const own = target === 'deleted' ? {...node, ...RELEASED} : node
      nodes.put({...own, provision_state: change.during, target_provision_state: change.to, last_error: null})
      nodes.later(id, ...steps(change, asObject(node.properties), asArray(call.body.clean_steps)))
      return {status: 202}
    },
    'PUT /v1/nodes/:id/states/raid'(call) {
      nodes.put({...nodes.own(call), target_raid_config: call.body})
      return {status: 204}
    },
    'GET /v1/nodes/:id/inventory'(call) {
      const {inventory} = nodes.one(call)
      if (isObject(inventory)) return {body: {inventory}}
      throw notFound(`Node ${call.params.id} has no inspection data.`)
    },
  }
}

const RELEASED = {instance_uuid: null, allocation_uuid: null, instance_info: {}, internal_info: {}}

function refuseDriver({driver}: JsonObject): void {
  if (driver !== 'fake-hardware')
    throw badRequest(
      `No valid host was found. Reason: No conductor service registered which supports driver ${driver} for conductor group "".`,
    )
}

const masked = (info: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(info).map(([key, value]) => [key, /password/.test(key) ? '******' : value]))
