import {editDistance} from '#text/edit-distance'

const MOST = 3

/** Those of `names` that `typed` may have been meant to be, best first: two slips at most, fewer in short words. */
export function similar(typed: string, names: Iterable<string>): string[] {
  const allowed = typed.length < 4 ? 1 : 2
  return [...names]
    .filter((name) => Math.abs(name.length - typed.length) <= allowed)
    .map((name) => ({name, distance: editDistance(typed.toLowerCase(), name.toLowerCase())}))
    .filter(({distance}) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({name}) => name)
}
