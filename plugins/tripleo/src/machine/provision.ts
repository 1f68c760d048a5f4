import {additions, asText, type CommandContext, inOrder, type JsonObject, Known} from '@osc-cli/core'
import type {MachineFailures} from '#machine/failures'
import {type Find, findOnce} from '#machine/find-once'
import type {Image, Instance} from '#machine/instances'
import {Machine, machineName} from '#machine/machine'
import {addressesOn, attachPorts, deletePorts, PORT_CALLS, portsFor, type WantedPort} from '#machine/ports'
import {cancelReservation, RESERVE_CALLS, type Reservation, reservedMachines, reserveMachine} from '#machine/reserve'
import {Change, changeStates, isUnderWay, type Limits, STATE_CALLS} from '#machine/states'

/** Requests of `provisionInstances` and `unprovisionInstances`. */
export const PROVISION_CALLS = [...new Set([...RESERVE_CALLS, ...PORT_CALLS, ...STATE_CALLS])]

/** The user that cloud-init creates on servers. */
export interface Login {
  user: string
  /** A public key; undefined for none. */
  key: string | undefined
}

/** What a server needs of the cloud, by ID. */
interface Resolved {
  instance: Instance
  image: JsonObject
  ports: WantedPort[]
}

/**
 * Deploys servers on machines: reserves a machine for each, attaches it to networks and writes the image. Servers that are
 * deployed stay as they are, and an interrupted deployment continues. Those that fail are added to `failures`.
 */
export async function provisionInstances(
  context: CommandContext,
  instances: readonly Instance[],
  login: Login,
  failures: MachineFailures,
  limits: Limits,
): Promise<Reservation[]> {
  const nameOf = ({hostname}: Instance) => hostname
  const hostnameOf = ({instance}: {instance: Instance}) => instance.hostname
  const reserved = await reservedMachines(context, instances.map(nameOf))
  const existing = instances.flatMap((instance) => {
    const machine = reserved.get(instance.hostname)
    return machine ? [{instance, machine}] : []
  })
  const deployed = existing.filter(({machine}) => machine.provision_state === 'active')
  for (const {instance, machine} of deployed)
    await context.note(`${instance.hostname}: already deployed on ${machineName(machine)}`)
  // Ironic locks a machine that it deploys: it was prepared by the command that was interrupted.
  const deploying = existing.filter(({machine}) => isUnderWay(machine, Change.deploy))
  const find = findOnce(context)
  // Names of images and networks are checked before a machine is reserved.
  const begun = new Set([...deployed, ...deploying].map(({instance}) => instance))
  const waiting = instances.filter((one) => !begun.has(one))
  const resolved = await failures.each(waiting, nameOf, (instance) => resolve(context, find, instance))
  const placed = await failures.each(resolved, hostnameOf, async (one) => {
    const machine = reserved.get(one.instance.hostname) ?? (await reserveMachine(context, one.instance))
    return {...one, machine}
  })
  const prepared = [...deploying, ...(await failures.each(placed, hostnameOf, (one) => prepare(context, one)))]
  const hostnames = new Map(prepared.map(({machine, instance}) => [String(machine.uuid), instance.hostname]))
  const configDrive = ({uuid}: JsonObject) => configDriveOf(hostnames.get(String(uuid)) ?? '', login)
  const machines = prepared.map(({machine}) => machine)
  const done = await changeStates(context, machines, {...Change.deploy, configDrive}, failures, limits)
  return [...deployed, ...prepared.filter(({machine}) => done.some(({uuid}) => uuid === machine.uuid))]
}

async function resolve(context: CommandContext, find: Find, instance: Instance): Promise<Resolved> {
  return {
    instance,
    image: await imageSource(find, instance.image),
    ports: await portsFor(context, find, instance.hostname, instance.nics),
  }
}

async function imageSource(find: Find, {href, checksum, kernel, ramdisk}: Image): Promise<JsonObject> {
  const given = {
    ...(kernel !== undefined && {kernel}),
    ...(ramdisk !== undefined && {ramdisk}),
  }
  if (/^(?:https?|file):\/\//.test(href))
    return {image_source: href, ...(checksum !== undefined && {image_checksum: checksum}), ...given}
  const image = await find(Known.Image, href)
  return {
    image_source: image.id ?? null,
    ...(asText(image.kernel_id) && {kernel: image.kernel_id}),
    ...(asText(image.ramdisk_id) && {ramdisk: image.ramdisk_id}),
    ...given,
  }
}

async function prepare(context: CommandContext, {instance, machine, image, ports}: Resolved & Reservation) {
  const {hostname, capabilities, rootSize, swapSize, traits} = instance
  await attachPorts(context, machine, ports)
  const info: JsonObject = {
    ...image,
    root_gb: rootSize,
    display_name: hostname,
    capabilities: {boot_option: 'local', ...Object.fromEntries(capabilities)},
    ...(swapSize !== undefined && {swap_mb: swapSize}),
    ...(traits.length > 0 && {traits}),
  }
  const prepared = await context.api(Machine).patch(String(machine.uuid), additions('/instance_info', info))
  await context.note(`${hostname}: machine ${machineName(machine)}`)
  return {instance, machine: prepared}
}

/** What cloud-init reads on the first boot. */
function configDriveOf(hostname: string, {user, key}: Login): JsonObject {
  const account = {name: user, sudo: 'ALL=(ALL) NOPASSWD:ALL', ...(key !== undefined && {ssh_authorized_keys: [key]})}
  return {
    meta_data: {hostname, name: hostname, ...(key !== undefined && {public_keys: {[user]: key}})},
    user_data: `#cloud-config\n${JSON.stringify({users: ['default', account]})}\n`,
  }
}

/** Parameters with the addresses of servers on the network of deployments. */
export async function portMap(context: CommandContext, servers: readonly Reservation[]): Promise<JsonObject> {
  const find = findOnce(context)
  const map: JsonObject = {}
  const found = inOrder(servers, async ({instance: {hostname}, machine}) => ({
    hostname,
    addresses: await addressesOn(context, find, machine, CONTROL_PLANE),
  }))
  for await (const {hostname, addresses} of found) if (addresses) map[`${hostname}-${CONTROL_PLANE}`] = addresses
  return map
}

const CONTROL_PLANE = 'ctlplane'

/** Releases the machines of servers, and deletes the ports that were created for them. */
export async function unprovisionInstances(
  context: CommandContext,
  hostnames: readonly string[],
  failures: MachineFailures,
): Promise<void> {
  const reserved = await reservedMachines(context, hostnames)
  for (const hostname of hostnames.filter((one) => !reserved.has(one))) await context.note(`${hostname}: not deployed`)
  const machines = [...reserved.values()]
  // A machine that is only reserved has nothing to undeploy.
  const isUnused = (machine: JsonObject) => machine.provision_state === 'available'
  const unused = [...reserved].filter(([, machine]) => isUnused(machine))
  const canceled = await failures.each(
    unused,
    ([hostname]) => hostname,
    async ([hostname, machine]) => {
      await cancelReservation(context, hostname)
      return machine
    },
  )
  const deployed = machines.filter((machine) => !isUnused(machine))
  const released = await changeStates(context, deployed, Change.release, failures)
  const clean = machines.filter(({uuid}) => [...canceled, ...released].some((one) => one.uuid === uuid))
  await failures.each(clean, machineName, async (machine) => await deletePorts(context, machine))
}
