import {
  additions,
  asArray,
  asObject,
  asText,
  type CommandContext,
  HttpError,
  type JsonObject,
  Known,
  NotFoundError,
  removals,
} from '@osc-cli/core'
import type {Find} from '#machine/find-once'
import {Machine} from '#machine/machine'

/** Requests of `portsFor`, `attachPorts`, `deletePorts` and `addressesOn`. */
export const PORT_CALLS = [
  'GET /v2.0/networks',
  'GET /v2.0/networks/{id}',
  'GET /v2.0/subnets',
  'GET /v2.0/subnets/{id}',
  'GET /v2.0/ports',
  'GET /v2.0/ports/{id}',
  'POST /v2.0/ports',
  'DELETE /v2.0/ports/{id}',
  'GET /v1/nodes/{id}/vifs',
  'POST /v1/nodes/{id}/vifs',
  'PATCH /v1/nodes/{id}',
]

/** A port that a server gets: one that exists, or one to create. */
export type WantedPort = {existing: string} | {create: JsonObject}

/** The ports of a server by the names in its file. NotFoundError for a network, subnet or port that does not exist. */
export async function portsFor(
  {api}: Pick<CommandContext, 'api'>,
  find: Find,
  hostname: string,
  nics: readonly JsonObject[],
): Promise<WantedPort[]> {
  const ports: WantedPort[] = []
  for (const nic of nics) {
    if (nic.port !== undefined) {
      ports.push({existing: String((await api(Known.Port).find(String(nic.port))).id)})
      continue
    }
    const subnet = nic.subnet === undefined ? undefined : await find(Known.Subnet, String(nic.subnet))
    const network = await find(Known.Network, String(nic.network ?? subnet?.network_id))
    const address = {
      ...(nic.fixed_ip !== undefined && {ip_address: nic.fixed_ip}),
      ...(subnet && {subnet_id: subnet.id ?? null}),
    }
    ports.push({
      create: {
        network_id: network.id ?? null,
        name: `${hostname}-${asText(network.name)}`,
        ...(Object.keys(address).length > 0 && {fixed_ips: [address]}),
      },
    })
  }
  return ports
}

/** Where metalsmith, which TripleO deploys with, stores the ports of a machine: either can release what the other deployed. */
const CREATED = 'metalsmith_created_ports'
const ATTACHED = 'metalsmith_attached_ports'

const idsIn = (machine: JsonObject, key: string): string[] => asArray(asObject(machine.extra)[key]).map(String)

/** Creates the ports of a machine and attaches them. Those that it has from an earlier run stay. */
export async function attachPorts(
  {api}: Pick<CommandContext, 'api'>,
  machine: JsonObject,
  ports: readonly WantedPort[],
): Promise<void> {
  const id = String(machine.uuid)
  const created = idsIn(machine, CREATED)
  const wanted = idsIn(machine, ATTACHED)
  for (const port of ports.slice(wanted.length)) {
    const one = 'existing' in port ? port.existing : String((await api(Known.Port).create(port.create)).id)
    if ('create' in port) created.push(one)
    wanted.push(one)
    // Stored one by one, so that a run that is interrupted leaves no unknown port.
    await api(Machine).patch(id, additions('/extra', {[CREATED]: created, [ATTACHED]: wanted}))
  }
  const {vifs} = await api(Machine).send(id, 'GET', '/vifs')
  const attached = asArray(vifs).map((vif) => String(asObject(vif).id))
  for (const port of wanted.filter((one) => !attached.includes(one)))
    await api(Machine).send(id, 'POST', '/vifs', {id: port})
}

/** Deletes the ports that were created for a machine, and forgets the others. */
export async function deletePorts({api}: Pick<CommandContext, 'api'>, machine: JsonObject): Promise<void> {
  for (const port of idsIn(machine, CREATED)) {
    try {
      await api(Known.Port).delete(port)
    } catch (error) {
      const isGone = error instanceof NotFoundError || HttpError.is(error, 404)
      if (!isGone) throw error
    }
  }
  const kept = [CREATED, ATTACHED].filter((key) => asObject(machine.extra)[key] !== undefined)
  await api(Machine).patch(String(machine.uuid), removals('/extra', kept))
}

/** The addresses of a machine on a network, as the templates of TripleO take them; undefined when it has none there. */
export async function addressesOn(
  {api}: Pick<CommandContext, 'api'>,
  find: Find,
  machine: JsonObject,
  networkName: string,
): Promise<JsonObject | undefined> {
  for (const id of idsIn(machine, ATTACHED)) {
    const port = await api(Known.Port).get(id)
    const network = await find(Known.Network, String(port.network_id))
    if (network.name !== networkName) continue
    const addresses = asArray(port.fixed_ips).map(asObject)
    const subnets: JsonObject[] = []
    for (const {subnet_id: subnet} of addresses)
      subnets.push(pick(await find(Known.Subnet, String(subnet)), SUBNET_KEYS))
    return {
      fixed_ips: addresses.map((address) => pick(address, ['ip_address'])),
      network: pick(network, NETWORK_KEYS),
      subnets,
    }
  }
  return undefined
}

const NETWORK_KEYS = ['mtu', 'tags']
const SUBNET_KEYS = ['cidr', 'gateway_ip', 'host_routes', 'dns_nameservers']

const pick = (record: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(keys.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]])))
