import {asText} from '@osc-cli/core'
import type {Faults} from '#faults'
import {callsIn, nodeNamed} from '#model/calls'
import {cycleText, findCycles} from '#model/cycles'
import type {Node, Template} from '#model/model'
import {type Found, propertyOf} from '#model/properties'
import {placeOf} from '#yaml/places'

/** Limits recursion. */
const MAX_CHAIN = 100

/** Properties that refer to each other in a circle, and so have no value. */
export function checkPropertyCycles(template: Template, faults: Faults): void {
  const known = new Map<string, Found>()
  const unique = (found: Found | undefined): Found[] => {
    if (!found) return []
    const one = known.get(found.path) ?? found
    known.set(found.path, one)
    return [one]
  }
  const linksOf = ({node, value}: Found) =>
    [...callsIn(value)]
      .filter(({name}) => name === 'get_property')
      .flatMap(({args, place}) => {
        const owner = nodeNamed(asText(args[0]) ?? '', {node}, template)
        return unique(propertyOf(owner, args)).map((to) => ({to, place}))
      })
  const all = template.nodes
    .flatMap(pathsOf)
    .flatMap(([node, ...names]) => unique(propertyOf(node, ['SELF', ...names])))
  const lengths = findCycles(all, linksOf, (place, cycle) =>
    faults.add(place, `the properties form a cycle: ${cycleText(cycle.map(({path}) => path))}`),
  )
  const tooLong = all.find((found) => (lengths.get(found) ?? 0) > MAX_CHAIN)
  if (tooLong)
    faults.add(
      placeOf(tooLong.value),
      `property ${tooLong.path} refers to others through more than ${MAX_CHAIN} properties`,
    )
}

/** The properties of a node and its capabilities, as `get_property` names them. */
const pathsOf = (node: Node): [Node, ...string[]][] => [
  ...Object.keys(node.properties).map((name): [Node, string] => [node, name]),
  ...[...node.capabilities].flatMap(([capability, {properties}]) =>
    Object.keys(properties).map((name): [Node, string, string] => [node, capability, name]),
  ),
]
