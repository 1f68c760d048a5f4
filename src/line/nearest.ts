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

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({length: b.length + 1}, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, swap))
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
