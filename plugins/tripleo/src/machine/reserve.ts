import {asText, type CommandContext, defineResource, inOrder, type JsonObject, OscError, shellWord} from '@osc-cli/core'
import {capabilitiesOf} from '#machine/capabilities'
import type {Instance} from '#machine/instances'
import {Machine} from '#machine/machine'

/** Reservations of machines, which Ironic calls allocations. Their names are hostnames. */
const Allocation = defineResource({
  noun: 'allocation',
  service: 'baremetal',
  path: '/allocations',
  collection: 'allocations',
  by: 'id',
  idKey: 'uuid',
  stateKey: 'state',
  newest: '1.82',
})

/** Requests of `reserveMachine`, `reservedMachines` and `cancelReservation`. */
export const RESERVE_CALLS = [
  'GET /v1/allocations',
  'POST /v1/allocations',
  'GET /v1/allocations/{id}',
  'DELETE /v1/allocations/{id}',
  'GET /v1/nodes',
  'GET /v1/nodes/{id}',
]

/** A server and the machine that Ironic reserved for it. */
export interface Reservation {
  instance: Instance
  machine: JsonObject
}

/** Machines that are reserved for servers, by hostname. */
export async function reservedMachines(
  {api}: Pick<CommandContext, 'api'>,
  hostnames: readonly string[],
): Promise<Map<string, JsonObject>> {
  const allocations = await Array.fromAsync(api(Allocation).list())
  const own = allocations.filter(({name, node_uuid: id}) => asText(id) && hostnames.includes(asText(name) ?? ''))
  const machines = inOrder(
    own,
    async ({name, node_uuid: id}) => [String(name), await api(Machine).get(String(id))] as const,
  )
  return new Map(await Array.fromAsync(machines))
}

/** Reserves a machine for a server. OscError when there is none. */
export async function reserveMachine(context: CommandContext, instance: Instance): Promise<JsonObject> {
  const {hostname, resourceClass, traits} = instance
  const candidates = await candidatesFor(context, instance)
  const allocations = context.api(Allocation)
  const {uuid} = await allocations.create({
    name: hostname,
    resource_class: resourceClass,
    ...(traits.length > 0 && {traits}),
    ...(candidates && {candidate_nodes: candidates}),
  })
  // Ironic decides in a moment, and never waits for a machine.
  const allocation = await context.waitUntil({
    what: `machine for ${hostname}`,
    poll: () => allocations.get(String(uuid)),
    stateKey: 'state',
    until: ['active', 'error'],
    every: 1,
  })
  if (allocation.state === 'active') return await context.api(Machine).get(String(allocation.node_uuid))
  await allocations.delete(String(uuid))
  throw new OscError(`No machine is reserved: ${asText(allocation.last_error) ?? 'Ironic does not give a reason.'}`, {
    hint: 'List machines with: osc overcloud profiles list --all',
  })
}

/** Cancels the reservation of a machine on which nothing was deployed. */
export async function cancelReservation(context: CommandContext, hostname: string): Promise<void> {
  await context.api(Allocation).delete(hostname)
  await context.note(`${hostname}: reservation canceled`)
}

const FIELDS = 'uuid,resource_class,properties'

/** The machines that Ironic may choose from; undefined for all. It does not compare capabilities. */
async function candidatesFor({api}: CommandContext, instance: Instance): Promise<string[] | undefined> {
  const {machine, capabilities, resourceClass} = instance
  if (machine !== undefined) return [String((await api(Machine).find(machine)).uuid)]
  if (capabilities.size === 0) return undefined
  const wanted = [...capabilities]
  const available = await Array.fromAsync(api(Machine).list({provision_state: 'available', fields: FIELDS}))
  const matching = available.filter((one) => {
    const has = capabilitiesOf(one)
    return one.resource_class === resourceClass && wanted.every(([key, value]) => has.get(key) === value)
  })
  if (matching.length > 0) return matching.map(({uuid}) => String(uuid))
  const text = wanted.map(([key, value]) => `${key}:${value}`).join(', ')
  throw new OscError(`No available machine has the capabilities ${text}.`, {
    hint: `Assign a profile with: osc overcloud profiles set ${shellWord(capabilities.get('profile') ?? 'PROFILE')} MACHINE`,
  })
}
