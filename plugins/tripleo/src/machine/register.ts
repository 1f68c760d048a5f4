import {additions, asArray, asText, type CommandContext, HttpError, type JsonObject, NotFoundError} from '@osc-cli/core'
import {capabilitiesText, readCapabilities} from '#machine/capabilities'
import type {MachineFailures} from '#machine/failures'
import type {FileMachine} from '#machine/instackenv'
import {Card, Machine, machineName} from '#machine/machine'

/** Requests of `registerMachine`. */
export const REGISTER_CALLS = [
  'GET /v1/nodes/{id}',
  'GET /v1/ports',
  'POST /v1/nodes',
  'PATCH /v1/nodes/{id}',
  'POST /v1/ports',
]

/** What all machines of an import get, unless the file says otherwise. */
export interface Defaults {
  bootOption: string | undefined
  driverInfo: JsonObject
}

type Context = Pick<CommandContext, 'api' | 'note' | 'runtime'>

/** Registers the machines of a file, or updates those that Ironic has; the records. Those that fail are added to `failures`. */
export async function registerMachines(
  context: Context,
  machines: readonly FileMachine[],
  defaults: Defaults,
  failures: MachineFailures,
): Promise<JsonObject[]> {
  return await failures.each(
    machines,
    ({name, macs}) => name ?? macs[0] ?? '',
    (machine) => registerMachine(context, withDefaults(machine, defaults)),
  )
}

function withDefaults(machine: FileMachine, {bootOption, driverInfo}: Defaults): FileMachine {
  const capabilities = readCapabilities(asText(machine.properties.capabilities) ?? '')
  if (bootOption !== undefined) capabilities.set('boot_option', bootOption)
  return {
    ...machine,
    driverInfo: {...driverInfo, ...machine.driverInfo},
    properties: {...machine.properties, ...(capabilities.size > 0 && {capabilities: capabilitiesText(capabilities)})},
  }
}

async function registerMachine(context: Context, machine: FileMachine): Promise<JsonObject> {
  const known = await knownMachine(context, machine)
  const record = known ? await updateMachine(context, known, machine) : await createMachine(context, machine)
  await context.note(`${machineName(record)}: ${known ? 'updated' : 'registered'}`)
  return record
}

/** The machine that Ironic has under this name, or with one of these cards. */
async function knownMachine({api}: Context, {name, macs}: FileMachine): Promise<JsonObject | undefined> {
  if (name !== undefined) {
    const found = await unlessMissing(api(Machine).find(name))
    if (found) return found
  }
  for (const address of macs)
    for await (const card of api(Card).list({address, fields: 'uuid,node_uuid'}))
      return await api(Machine).get(String(card.node_uuid))
  return undefined
}

async function createMachine(context: Context, machine: FileMachine): Promise<JsonObject> {
  const {api, runtime} = context
  const {name, driver, driverInfo, properties, resourceClass = 'baremetal'} = machine
  const record = await api(Machine).create({
    ...(name !== undefined && {name}),
    driver,
    driver_info: driverInfo,
    properties,
    resource_class: resourceClass,
  })
  try {
    for (const address of machine.macs) await api(Card).create({address, node_uuid: record.uuid ?? null})
  } catch (error) {
    // Without its cards the machine could not be deployed, and importing it again would not add them.
    const id = String(record.uuid)
    await api(Machine)
      .delete(id)
      .catch(async () => {
        const undo = `${runtime.program} api --service baremetal DELETE /nodes/${id}`
        await context.note(
          `Machine ${name ?? id} was registered without all of its network cards. Delete it with: ${undo}`,
        )
      })
    throw error
  }
  return record
}

async function updateMachine({api}: Context, known: JsonObject, machine: FileMachine): Promise<JsonObject> {
  const id = String(known.uuid)
  await api(Machine).patch(id, [
    ...additions('', {
      name: known.name === machine.name ? undefined : machine.name,
      driver: known.driver === machine.driver ? undefined : machine.driver,
      resource_class: machine.resourceClass,
    }),
    ...additions('/driver_info', machine.driverInfo),
    ...additions('/properties', machine.properties),
  ])
  const cards = await Array.fromAsync(api(Card).list({node: id, fields: 'address'}))
  const addresses = asArray(cards.map(({address}) => address ?? null))
  for (const address of machine.macs.filter((mac) => !addresses.includes(mac)))
    await api(Card).create({address, node_uuid: id})
  return await api(Machine).get(id)
}

async function unlessMissing(found: Promise<JsonObject>): Promise<JsonObject | undefined> {
  try {
    return await found
  } catch (error) {
    if (error instanceof NotFoundError || HttpError.is(error, 404)) return undefined
    throw error
  }
}
