import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {insideOf} from '#plan/networks'

/** Faults of the values of a network environment: ranges, pools, VLANs. */
export function networkFaults(values: JsonObject): string[] {
  return [...rangeFaults(values), ...poolFaults(values), ...vlanFaults(values)]
}

const ending = (values: JsonObject, end: string): [string, Json | undefined][] =>
  Object.entries(values).filter(([name]) => name.endsWith(end))

function rangeFaults(values: JsonObject): string[] {
  const ranges = ending(values, 'NetCidr').map(([name, value]) => ({name, range: String(value)}))
  const invalid = ranges.filter(({range}) => !insideOf(range))
  const pairs = ranges.flatMap((one, index) => ranges.slice(index + 1).map((other) => [one, other] as const))
  return [
    ...invalid.map(({name, range}) => `${name}: '${range}' is not an address range such as 192.0.2.0/24.`),
    ...pairs
      .filter(([one, other]) => holds(one.range, other.range) || holds(other.range, one.range))
      .map(([one, other]) => `${one.name} (${one.range}) overlaps with ${other.name} (${other.range}).`),
  ]
}

const holds = (range: string, other: string): boolean => insideOf(range)?.(other.split('/')[0] ?? '') ?? false

function poolFaults(values: JsonObject): string[] {
  return ending(values, 'AllocationPools').flatMap(([name, pools]) => {
    const rangeName = name.replace(/AllocationPools$/, 'NetCidr')
    const range = asText(values[rangeName])
    const inside = range === undefined ? undefined : insideOf(range)
    if (!inside) return [`${name}: ${rangeName} is missing or invalid.`]
    const ends = asArray(pools).flatMap((pool) => ['start', 'end'].map((end) => String(asObject(pool)[end])))
    return ends.filter((end) => !inside(end)).map((end) => `${name}: ${end} is not in ${rangeName} (${range}).`)
  })
}

function vlanFaults(values: JsonObject): string[] {
  const names = Map.groupBy(ending(values, 'NetworkVlanID'), ([, id]) => String(id))
  return [...names]
    .filter(([, same]) => same.length > 1)
    .map(([id, same]) => `${same.map(([name]) => name).join(' and ')} have the same VLAN ID ${id}.`)
}

/** Faults of a template with the configuration of network cards: a bridge takes one bond, or one card. */
export function cardFaults(file: string, template: JsonObject): string[] {
  return Object.values(asObject(template.resources)).flatMap((resource) => {
    const config = asObject(asObject(asObject(resource).properties).config)
    const bridges = asArray(asObject(config.os_net_config).network_config).map(asObject)
    return bridges.filter(({type}) => type === 'ovs_bridge').flatMap((bridge) => bridgeFaults(file, bridge))
  })
}

function bridgeFaults(file: string, {name, members}: JsonObject): string[] {
  const types = asArray(members).map((member) => asObject(member).type)
  const count = (type: string) => types.filter((one) => one === type).length
  if (count('ovs_bond') > 1) return [`${file}: The bridge ${name} has ${count('ovs_bond')} bonds, and can have one.`]
  if (count('ovs_bond') === 0 && count('interface') > 1)
    return [`${file}: The bridge ${name} has ${count('interface')} interfaces without a bond, and can have one.`]
  return []
}
