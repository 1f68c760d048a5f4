/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. Of words that are further
 * apart than `most` the distance is some number above it.
 */
export function editDistance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  let leastBefore = 0
  let before: number[] = []
  let last = Array.from({length: b.length + 1}, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      const distance = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, swap)
      row.push(distance)
      least = Math.min(least, distance)
    }
    // A swap reaches back two rows, everything else one.
    if (Math.min(least, leastBefore) > most) return Math.min(least, leastBefore)
    leastBefore = least
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
