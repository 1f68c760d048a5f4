import type {Faults} from '#faults'
import type {Node} from '#model/model'
import {type Place, placeOfKey} from '#yaml/places'

/** A reference from one item to another. */
interface Link<T> {
  to: T
  place: Place
}

/** Nodes that require each other in a circle, which nothing can create. */
export function checkCycles(nodes: readonly Node[], faults: Faults): void {
  const links = ({requirements}: Node): Link<Node>[] =>
    requirements.flatMap(({name, target, holder}) => (target ? [{to: target, place: placeOfKey(holder, name)}] : []))
  findCycles(nodes, links, (place, cycle) =>
    faults.add(place, `the requirements form a cycle: ${cycle.map(({name}) => name).join(' -> ')}`),
  )
}

/** Reports every link that closes a cycle. It does not call itself: a chain of thousands of items would exceed the stack. */
export function findCycles<T>(
  items: readonly T[],
  linksOf: (item: T) => Link<T>[],
  report: (place: Place, cycle: readonly T[]) => void,
): void {
  const done = new Set<T>()
  for (const start of items) {
    // From the start to the present item, each with the links that are left to follow.
    const path = done.has(start) ? [] : [{item: start, left: linksOf(start)}]
    const onPath = new Set([start])
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const link = last.left.shift()
      if (link === undefined) {
        done.add(last.item)
        onPath.delete(last.item)
        path.pop()
      } else if (onPath.has(link.to)) {
        const chain = path.map(({item}) => item)
        report(link.place, [...chain.slice(chain.indexOf(link.to)), link.to])
      } else if (!done.has(link.to)) {
        onPath.add(link.to)
        path.push({item: link.to, left: linksOf(link.to)})
      }
    }
  }
}
