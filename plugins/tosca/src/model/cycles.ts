import type {Faults} from '#faults'
import type {Node} from '#model/model'
import {placeOfKey} from '#yaml/places'

/** Nodes that require each other in a circle, which nothing can create. */
export function checkCycles(nodes: readonly Node[], faults: Faults): void {
  const done = new Set<Node>()
  const visit = (node: Node, path: readonly Node[]): void => {
    if (done.has(node)) return
    for (const {name, target, holder} of node.requirements) {
      if (!target) continue
      const chain = [...path, node]
      if (!chain.includes(target)) visit(target, chain)
      else {
        const names = [...chain.slice(chain.indexOf(target)), target].map((each) => each.name)
        faults.add(placeOfKey(holder, name), `the requirements form a cycle: ${names.join(' -> ')}`)
      }
    }
    done.add(node)
  }
  for (const node of nodes) visit(node, [])
}
