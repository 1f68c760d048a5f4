import {synonymsOf} from '#advice/suggest/synonyms'
import {editDistance} from '#text/edit-distance'

/** What a word costs that has nothing to do with the one that was meant. */
export const STRANGER = 1
/** What a word after the command costs: its argument. */
export const ARGUMENT = 0.15

/** How far a typed word is from a word of a command: 0 the same, below 1 a likeness, `STRANGER` none. */
export const wordCost = (typed: string, word: string): number => costFrom(typed)(word)

/** The same for one typed word and many words of commands. */
export function costFrom(typed: string): (word: string) => number {
  const synonyms = synonymsOf(typed)
  return (word) => {
    if (typed === word) return 0
    if (typed === '') return STRANGER
    if (isPlural(typed, word) || isPlural(word, typed)) return 0.05
    const meant = synonyms.indexOf(word)
    if (meant >= 0) return 0.2 + 0.05 * meant
    if (typed.length === 1) return STRANGER
    if (word.startsWith(typed)) return 0.1 + 0.1 * (1 - typed.length / word.length)
    return Math.min(misspelt(typed, word), shortened(typed, word))
  }
}

/** `stacks` of `stack`, `policies` of `policy`. */
function isPlural(many: string, one: string): boolean {
  if (!many.endsWith('s')) return false
  if (many.length === one.length + 1) return many.startsWith(one)
  return one.endsWith('y') && many === `${one.slice(0, -1)}ies`
}

function misspelt(typed: string, word: string): number {
  const longest = Math.max(typed.length, word.length)
  const allowed = longest < 3 ? 0 : Math.max(1, Math.floor(longest / 3))
  if (Math.abs(typed.length - word.length) > allowed) return STRANGER
  const distance = editDistance(typed, word, allowed)
  if (distance > allowed) return STRANGER
  // The first letter is the one that people seldom miss; a word with the same letters is a slip of the fingers.
  const slip = [...typed].sort().join('') === [...word].sort().join('') ? 0.05 : 0
  return 0.08 + (0.7 * distance) / longest + (typed[0] === word[0] ? 0 : 0.05) - slip
}

/** `lst`, `prj`, `usr`: letters left out, the first one kept. */
function shortened(typed: string, word: string): number {
  if (typed.length < 2 || typed.length >= word.length || typed[0] !== word[0]) return STRANGER
  let at = 0
  for (const letter of word) if (letter === typed[at]) at += 1
  return at === typed.length ? 0.2 + 0.3 * (1 - typed.length / word.length) : STRANGER
}
