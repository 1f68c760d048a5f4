import {editDistance} from '#edit-distance'

const MOST = 5

/** The commands that are most like what was typed, best first: mistyped, swapped or missing words. */
export function nearest(words: readonly string[], ids: readonly string[]): string[] {
  const scored = ids.flatMap((id) => {
    const parts = id.split(' ')
    const typed = words.slice(0, Math.max(parts.length, 2))
    const cost = Math.min(inOrder(typed, parts), 0.5 + inOrder([...typed].sort(), [...parts].sort()))
    return cost <= Math.max(1.5, typed.length * 0.9) ? [{id, cost}] : []
  })
  scored.sort((a, b) => a.cost - b.cost || a.id.length - b.id.length || (a.id < b.id ? -1 : 1))
  const best = scored[0]?.cost ?? 0
  return scored
    .filter(({cost}) => cost <= best + 0.8)
    .map(({id}) => id)
    .slice(0, MOST)
}

/** Word by word: 0 for the same, up to 1 for another; 1 for each that is missing or too many. */
function inOrder(typed: readonly string[], parts: readonly string[]): number {
  let cost = Math.abs(typed.length - parts.length)
  for (let i = 0; i < Math.min(typed.length, parts.length); i += 1) cost += wordCost(typed[i] ?? '', parts[i] ?? '')
  return cost
}

function wordCost(typed: string, word: string): number {
  if (typed === word) return 0
  if (word.startsWith(typed) && typed.length >= 3) return 0.2
  const distance = editDistance(typed, word)
  return distance <= Math.max(1, Math.floor(word.length / 3)) ? 0.3 + distance / 10 : 1
}
