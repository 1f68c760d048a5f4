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
    faults.add(place, `the requirements form a cycle: ${cycleText(cycle.map(({name}) => name))}`),
  )
}

/** Items that a message shows of a cycle. */
const SHOWN = 12

/** `a -> b -> a`; the middle of a long cycle is left out. */
export const cycleText = (names: readonly string[]): string =>
  (names.length > SHOWN ? [...names.slice(0, SHOWN - 2), '...', ...names.slice(-1)] : names).join(' -> ')

/** An item whose links are being followed. */
interface Visit<T> {
  item: T
  links: readonly Link<T>[]
  next: number
  /** Of the longest chain of links that begins here. */
  length: number
}

/**
 * Reports every link that closes a cycle. Returns the length of the longest chain of links from each item. It does not call
 * itself: a chain of thousands of items would exceed the stack.
 */
export function findCycles<T>(
  items: readonly T[],
  linksOf: (item: T) => Link<T>[],
  report: (place: Place, cycle: readonly T[]) => void,
): ReadonlyMap<T, number> {
  const lengths = new Map<T, number>()
  const visit = (item: T): Visit<T> => ({item, links: linksOf(item), next: 0, length: 0})
  for (const start of items) {
    const path = lengths.has(start) ? [] : [visit(start)]
    const onPath = new Set([start])
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const link = last.links[last.next]
      last.next += 1
      if (link === undefined) {
        lengths.set(last.item, last.length)
        onPath.delete(last.item)
        path.pop()
      } else if (onPath.has(link.to)) {
        const chain = path.map(({item}) => item)
        report(link.place, [...chain.slice(chain.indexOf(link.to)), link.to])
      } else {
        const known = lengths.get(link.to)
        if (known === undefined) {
          // This link is followed again when the item is done.
          last.next -= 1
          onPath.add(link.to)
          path.push(visit(link.to))
        } else last.length = Math.max(last.length, 1 + known)
      }
    }
  }
  return lengths
}
