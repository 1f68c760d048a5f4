import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {
  atLeast,
  badRequest,
  type Call,
  conflict,
  notFound,
  type RestRecords,
  type Routes,
  requestedMicroversion,
  type SandboxCloud,
} from '@osc-cli/core/sandbox'
import {MICROVERSIONS} from '#sandbox/microversions'

interface Action {
  /** States in which it is possible; default: all. */
  from?: readonly string[]
  /** The state until it is done. */
  during?: string
  /** The state afterwards; default: the state stays. */
  to?: string
  /** What else it changes. */
  change?: (server: JsonObject, options: JsonObject) => JsonObject
  /** The first microversion without it. */
  until?: string
  /** What it answers with. */
  answer?: (server: JsonObject, options: JsonObject) => JsonObject
}

const RUNS = ['ACTIVE']
const HAS_DISK = ['ACTIVE', 'SHUTOFF', 'PAUSED', 'SUSPENDED']

const ACTIONS: Readonly<Record<string, Action>> = {
  'os-start': {from: ['SHUTOFF'], to: 'ACTIVE'},
  'os-stop': {from: ['ACTIVE', 'ERROR'], to: 'SHUTOFF'},
  pause: {from: RUNS, to: 'PAUSED'},
  unpause: {from: ['PAUSED'], to: 'ACTIVE'},
  suspend: {from: RUNS, to: 'SUSPENDED'},
  resume: {from: ['SUSPENDED'], to: 'ACTIVE'},
  reboot: {from: HAS_DISK, during: 'REBOOT', to: 'ACTIVE'},
  rescue: {from: ['ACTIVE', 'SHUTOFF'], to: 'RESCUE', answer: () => ({adminPass: 'generated'})},
  unrescue: {from: ['RESCUE'], to: 'ACTIVE'},
  shelve: {from: HAS_DISK, to: 'SHELVED_OFFLOADED'},
  shelveOffload: {from: ['SHELVED'], to: 'SHELVED_OFFLOADED'},
  unshelve: {from: ['SHELVED', 'SHELVED_OFFLOADED'], to: 'ACTIVE'},
  restore: {from: ['SOFT_DELETED'], to: 'ACTIVE'},
  lock: {change: (_, {locked_reason}) => ({locked: true, locked_reason: locked_reason ?? null})},
  unlock: {change: () => ({locked: false, locked_reason: null})},
  resize: {
    from: ['ACTIVE', 'SHUTOFF'],
    during: 'RESIZE',
    to: 'VERIFY_RESIZE',
    change: ({flavorRef: flavorBefore}, {flavorRef}) => ({flavorRef, flavorBefore}),
  },
  migrate: {
    from: ['ACTIVE', 'SHUTOFF'],
    during: 'RESIZE',
    to: 'VERIFY_RESIZE',
    change: ({flavorRef}) => ({flavorBefore: flavorRef}),
  },
  'os-migrateLive': {from: ['ACTIVE', 'PAUSED'], during: 'MIGRATING', to: 'ACTIVE'},
  evacuate: {during: 'REBUILD', to: 'ACTIVE'},
  confirmResize: {from: ['VERIFY_RESIZE'], to: 'ACTIVE'},
  revertResize: {
    from: ['VERIFY_RESIZE'],
    during: 'REVERT_RESIZE',
    to: 'ACTIVE',
    change: ({flavorRef, flavorBefore}) => ({flavorRef: flavorBefore ?? flavorRef}),
  },
  changePassword: {from: RUNS},
  'os-resetState': {change: (_, {state}) => ({status: state === 'active' ? 'ACTIVE' : 'ERROR'})},
  forceDelete: {to: ''},
  trigger_crash_dump: {from: RUNS},
  addSecurityGroup: {change: withGroup},
  removeSecurityGroup: {change: withoutGroup},
  removeFixedIp: {until: '2.44', change: withoutAddress},
  'os-getConsoleOutput': {answer: ({console}, {length}) => ({output: asText(console) ?? lines(length)})},
}

function lines(length: Json | undefined): string {
  const all = ['FAKE CONSOLE OUTPUT', 'ANOTHER', 'LAST LINE']
  return all.slice(Math.max(0, all.length - Number(length ?? all.length))).join('\n')
}

const groupsOf = ({security_groups: groups}: JsonObject) => (Array.isArray(groups) ? groups : [])

function withGroup(server: JsonObject, {name}: JsonObject): JsonObject {
  return {security_groups: [...groupsOf(server), {name: name ?? null}]}
}

function withoutGroup(server: JsonObject, {name}: JsonObject): JsonObject {
  const groups = groupsOf(server)
  const left = groups.filter((group) => asObject(group).name !== name)
  if (left.length === groups.length) throw notFound(`Security group ${name} is not associated with the instance.`)
  return {security_groups: left}
}

function withoutAddress({addresses}: JsonObject, {address}: JsonObject): JsonObject {
  const networks = Object.entries(asObject(addresses)).map(([network, list]) => [
    network,
    asArray(list).filter((one) => asObject(one).addr !== address),
  ])
  return {addresses: Object.fromEntries(networks)}
}

/** What can be done to a server, and the record of what was done. */
export function actionRoutes(cloud: SandboxCloud, servers: RestRecords): Routes {
  const events = cloud.store.collection('compute/actions')
  const record = (server: JsonObject, action: string, caller: {userId: string}) => {
    const request = `req-${cloud.newId()}`
    events.put(request, {
      id: request,
      request_id: request,
      instance_uuid: server.id,
      action,
      start_time: cloud.now().toISOString().slice(0, 23),
      message: null,
      project_id: server.tenant_id,
      user_id: caller.userId,
    })
  }
  const imageOf = (server: JsonObject, {name, metadata}: JsonObject) => {
    const id = cloud.newId()
    const images = cloud.store.collection('image/images')
    images.put(id, {
      ...asObject(metadata),
      id,
      name,
      status: 'active',
      owner: server.tenant_id,
      visibility: 'private',
      protected: false,
      os_hidden: false,
      tags: [],
      base_image_ref: server.imageRef,
      self: `/v2/images/${id}`,
    })
    return {status: 202, body: {image_id: id}}
  }
  const eventsOf = ({params, caller}: Call): JsonObject[] =>
    events
      .find({instance_uuid: params.id})
      .filter(({project_id: owner}) => owner === caller.projectId || caller.roles.includes('admin'))
  return {
    'POST /v2.1/servers/:id/action': (call) => {
      const server = servers.own(call)
      const [[name = '', given] = []] = Object.entries(call.body)
      const options = asObject(given)
      record(server, name, call.caller)
      if (name === 'createImage' || name === 'createBackup') return imageOf(server, options)
      if (name === 'rebuild') return rebuild(servers, server, options, (rebuilt) => servers.body(rebuilt, call))
      const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
      if (!action) throw badRequest(`There is no such action: ${name}`)
      if (action.until && atLeast(requestedMicroversion(call, MICROVERSIONS), action.until))
        throw notFound('The resource could not be found.')
      if (action.from && !action.from.includes(String(server.status)))
        throw conflict(
          `Cannot '${name}' instance ${server.id} while it is in vm_state ${server['OS-EXT-STS:vm_state']}`,
        )
      servers.put({...server, ...action.change?.(server, options), ...(action.during && {status: action.during})})
      if (action.to !== undefined)
        servers.later(servers.idOf(server), {
          requests: action.during ? 1 : 0,
          change: action.to ? stateOf(action.to) : null,
        })
      const body = action.answer?.(server, options)
      return body ? {body} : {status: 202}
    },
    'GET /v2.1/servers/:id/os-instance-actions': (call) => ({
      body: {instanceActions: eventsOf(call).reverse()},
    }),
    'GET /v2.1/servers/:id/os-instance-actions/:request': (call) => {
      const event = eventsOf(call).find(({request_id: id}) => id === call.params.request)
      if (!event) throw notFound(`Action for request_id ${call.params.request} not found`)
      return {body: {instanceAction: {...event, events: []}}}
    },
  }
}

/** Names that Nova has for states inside, where they differ from the status. */
const VM_STATES: Readonly<Record<string, string>> = {
  SHUTOFF: 'stopped',
  VERIFY_RESIZE: 'resized',
  RESCUE: 'rescued',
}

const stateOf = (status: string): JsonObject => ({
  status,
  'OS-EXT-STS:vm_state': VM_STATES[status] ?? status.toLowerCase(),
})

function rebuild(
  servers: RestRecords,
  server: JsonObject,
  {imageRef, adminPass = 'generated', ...changes}: JsonObject,
  body: (server: JsonObject) => JsonObject,
) {
  const rebuilt = servers.put({...server, ...changes, imageRef: asText(imageRef) ?? null, adminPass, status: 'REBUILD'})
  servers.later(servers.idOf(server), {requests: 1, change: stateOf('ACTIVE')})
  return {status: 202, body: body(rebuilt)}
}
