import {BlockList, isIP} from 'node:net'
import {OscError} from '@osc-cli/core'
import {type Dict, isDict} from '#jinja/values'

/** The subnets of a network by the keys of their range and pools, in both IP versions. */
const RANGES = [
  ['ip_subnet', 'allocation_pools'],
  ['ipv6_subnet', 'ipv6_allocation_pools'],
] as const

/** Fails for a network without a name, for two of one name, and for ranges and pools that do not fit. */
export function checkNetworks(file: string, networks: readonly Dict[]): void {
  const names = new Set<string>()
  for (const [index, network] of networks.entries()) {
    const name = network.get('name')
    if (typeof name !== 'string') throw new OscError(`${file}: Network ${index + 1} has no name.`)
    if (names.has(name)) throw new OscError(`${file}: The network ${name} is defined twice.`)
    names.add(name)
    checkRanges(`${file}: Network ${name}`, network)
    const subnets = network.get('subnets')
    for (const [subnet, values] of isDict(subnets) ? subnets : [])
      if (isDict(values)) checkRanges(`${file}: Subnet ${subnet} of network ${name}`, values)
  }
}

function checkRanges(what: string, values: Dict): void {
  for (const [rangeKey, poolsKey] of RANGES) {
    const range = values.get(rangeKey)
    // An empty range is how TripleO's own files say that there is none.
    if (range === undefined || range === null || range === '') continue
    const inside = insideOf(String(range))
    if (!inside) throw new OscError(`${what}: ${rangeKey} ${range} is not an address range such as 192.0.2.0/24.`)
    const pools = values.get(poolsKey)
    for (const pool of Array.isArray(pools) ? pools : [])
      for (const end of ['start', 'end']) {
        const address = isDict(pool) ? String(pool.get(end)) : ''
        if (!inside(address)) throw new OscError(`${what}: ${end} ${address} of ${poolsKey} is not in ${range}.`)
      }
  }
}

/** Whether an address is in a range; undefined when the range is none. */
export function insideOf(range: string): ((address: string) => boolean) | undefined {
  const [address = '', prefix = ''] = range.split('/')
  const version = isIP(address)
  const length = /^\d+$/.test(prefix) ? Number(prefix) : Number.NaN
  if (version === 0 || !(length <= (version === 4 ? 32 : 128))) return undefined
  const list = new BlockList()
  list.addSubnet(address, length, `ipv${version === 4 ? 4 : 6}`)
  return (one) => isIP(one) === version && list.check(one, `ipv${version === 4 ? 4 : 6}`)
}
