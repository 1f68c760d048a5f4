import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {badRequest, conflict, notFound, type SandboxCloud} from '@osc-cli/core/sandbox'
import {addressOf, addressText, BITS, contains, overlap, type Range, rangeAt, rangeOf, rangeText} from '#sandbox/ip'

const invalid = (reason: string) => badRequest(`Invalid input for operation: ${reason}`)

/** The range, gateway and allocation pools of a new subnet, as Neutron chooses and refuses them. `sent` is the body of the request. */
export function addressing(cloud: SandboxCloud, record: JsonObject, sent: JsonObject): JsonObject {
  const {use_default_subnetpool: usesDefault, prefixlen, ...rest} = record
  const version = record.ip_version === 6 ? 6 : 4
  const subnets = cloud.store.collection('network/subnets')
  const pool = poolOf(cloud, record)
  const range = pool
    ? allocated(pool, asText(record.cidr), Number(prefixlen ?? pool.default_prefixlen), subnets.find())
    : givenRange(record)
  if (range.version !== version) throw invalid(`cidr '${rangeText(range)}' does not match the ip_version '${version}'`)
  if (version === 4 && range.prefix > 30 && record.enable_dhcp !== false)
    throw invalid('Subnet has a prefix length that is incompatible with DHCP service enabled.')
  const network = String(record.network_id)
  if (subnets.find({network_id: network}).some((other) => overlap(rangeOfSubnet(other), range))) {
    const which = `Requested subnet with cidr: ${rangeText(range)} for network: ${network}`
    throw invalid(`${which} overlaps with another subnet.`)
  }
  const gateway = 'gateway_ip' in sent ? (sent.gateway_ip ?? null) : addressText(range.first + 1n, range.version)
  const pools = asArray(record.allocation_pools)
  for (const one of pools) checkPool(range, asObject(one))
  return {
    ...rest,
    ip_version: version,
    cidr: rangeText(range),
    subnetpool_id: pool ? String(pool.id) : (record.subnetpool_id ?? null),
    gateway_ip: gateway,
    allocation_pools: pools.length > 0 ? pools : freePools(range, asText(gateway)),
  }
}

/** The range of a stored subnet. */
export const rangeOfSubnet = ({cidr}: JsonObject): Range => parsed(String(cidr))

/** The lowest address of the allocation pools of a subnet that is not in use. */
export function freeAddress(subnet: JsonObject, used: ReadonlySet<string>): string | undefined {
  for (const pool of asArray(subnet.allocation_pools).map(asObject)) {
    const [start, end] = [addressOf(String(pool.start)), addressOf(String(pool.end))]
    if (!start || !end) continue
    for (let {value} = start; value <= end.value; value += 1n) {
      const address = addressText(value, start.version)
      if (!used.has(address)) return address
    }
  }
  return undefined
}

/** Throws 400 for an address that is not in a subnet. */
export function checkAddress(subnet: JsonObject, address: string): void {
  const found = addressOf(address)
  if (!found || !contains(rangeOfSubnet(subnet), found))
    throw badRequest(`IP address ${address} is not a valid IP for the specified subnet.`)
}

function poolOf(cloud: SandboxCloud, {subnetpool_id: id, use_default_subnetpool: usesDefault, ip_version}: JsonObject) {
  if (id === 'prefix_delegation') return undefined
  const pools = cloud.store.collection('network/subnetpools')
  if (usesDefault === true) {
    const version = Number(ip_version)
    const [found] = pools.find({is_default: true, ip_version: version})
    if (!found) throw notFound(`No default subnetpool found for IPv${version}.`)
    return found
  }
  if (typeof id !== 'string') return undefined
  const found = pools.get(id)
  if (!found) throw notFound(`Subnet pool ${id} could not be found.`)
  return found
}

/** The wanted range of a pool, or its first free one. */
function allocated(pool: JsonObject, cidr: string | undefined, prefix: number, subnets: readonly JsonObject[]): Range {
  const [least, most] = [Number(pool.min_prefixlen), Number(pool.max_prefixlen)]
  const wanted = cidr === undefined ? undefined : parsed(cidr)
  if ((wanted?.prefix ?? prefix) < least)
    throw badRequest(`Unable to allocate subnet with prefix length ${prefix}, minimum allowed prefix is ${least}.`)
  if ((wanted?.prefix ?? prefix) > most)
    throw badRequest(`Unable to allocate subnet with prefix length ${prefix}, maximum allowed prefix is ${most}.`)
  const taken = subnets.filter((subnet) => subnet.subnetpool_id === pool.id).map(rangeOfSubnet)
  for (const whole of asArray(pool.prefixes).map((one) => rangeOf(String(one)))) {
    if (!whole) continue
    const first = wanted ?? rangeAt({value: whole.first, version: whole.version}, prefix)
    for (let range = first; overlap(whole, range); range = next(range)) {
      if (!taken.some((other) => overlap(other, range))) return range
      if (wanted) break
    }
  }
  throw conflict(
    wanted
      ? 'Failed to allocate subnet: Cannot allocate requested subnet from the available set of prefixes.'
      : `Failed to allocate subnet: Insufficient prefix space to allocate subnet size /${prefix}.`,
  )
}

const next = ({last, version, prefix}: Range): Range => rangeAt({value: last + 1n, version}, prefix)

function givenRange({cidr, subnetpool_id: pool}: JsonObject): Range {
  // A router that delegates prefixes replaces it.
  const wanted = asText(cidr) ?? (pool === 'prefix_delegation' ? '::/64' : undefined)
  if (wanted === undefined)
    throw badRequest('Bad subnets request: a subnetpool must be specified in the absence of a cidr.')
  return parsed(wanted)
}

/** A text without a prefix length is one address. */
function parsed(cidr: string): Range {
  const address = addressOf(cidr)
  const range = address ? rangeAt(address, BITS[address.version]) : rangeOf(cidr)
  if (!range) throw badRequest(`Invalid input for cidr. Reason: '${cidr}' is not a valid IP subnet.`)
  return range
}

function checkPool(range: Range, {start, end}: JsonObject): void {
  const [from, to] = [addressOf(asText(start) ?? ''), addressOf(asText(end) ?? '')]
  const name = `${asText(start)}-${asText(end)}`
  if (!from || !to || from.value > to.value) throw badRequest(`The allocation pool ${name} is not valid.`)
  if (!contains(range, from) || !contains(range, to))
    throw badRequest(`The allocation pool ${name} spans beyond the subnet cidr ${rangeText(range)}.`)
}

/** All addresses for ports: without those of the network, the gateway and, with IPv4, the broadcast. */
function freePools({first, last, version}: Range, gateway: string | undefined): Json[] {
  const start = first + 1n
  const end = version === 4 ? last - 1n : last
  const reserved = addressOf(gateway ?? '')?.value
  const pools: [bigint, bigint][] =
    reserved === undefined || reserved < start || reserved > end
      ? [[start, end]]
      : [
          [start, reserved - 1n],
          [reserved + 1n, end],
        ]
  return pools
    .filter(([from, to]) => from <= to)
    .map(([from, to]) => ({start: addressText(from, version), end: addressText(to, version)}))
}
