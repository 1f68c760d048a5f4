import {asText} from '@osc-cli/core'
import type {Faults} from '#faults'
import {callsIn, nodeNamed} from '#model/calls'
import {findCycles} from '#model/cycles'
import type {Node, Template} from '#model/model'
import {type Found, propertyOf} from '#model/properties'

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
  findCycles(all, linksOf, (place, cycle) =>
    faults.add(place, `the properties form a cycle: ${cycle.map(({path}) => path).join(' -> ')}`),
  )
}

/** The properties of a node and its capabilities, as `get_property` names them. */
const pathsOf = (node: Node): [Node, ...string[]][] => [
  ...Object.keys(node.properties).map((name): [Node, string] => [node, name]),
  ...[...node.capabilities].flatMap(([capability, {properties}]) =>
    Object.keys(properties).map((name): [Node, string, string] => [node, capability, name]),
  ),
]
