/** Words of a sentence that say nothing of which command it is: `add role to user`. */
export const FILLERS: ReadonlySet<string> = new Set([
  'a',
  'all',
  'an',
  'at',
  'for',
  'from',
  'in',
  'into',
  'my',
  'of',
  'on',
  'the',
  'to',
  'with',
])

/** The places of words that name a command, with those of fillers right in front of them. */
export function withFillers(used: readonly number[], words: readonly string[]): number[] {
  const taken = new Set(used)
  for (let at = words.length - 2; at >= 0; at -= 1)
    if (taken.has(at + 1) && FILLERS.has(words[at]?.toLowerCase() ?? '')) taken.add(at)
  return [...used, ...[...taken].filter((at) => !used.includes(at))]
}
