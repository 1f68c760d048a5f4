import {synonymsOf} from '#advice/suggest/synonyms'

/** A piece of a typed word: `stack-list` has two. */
export interface Piece {
  text: string
  word: number
}

const SHORTEST = 2

/** Whether a word is one of these words of commands or means one. */
export function wordTest(words: readonly string[]): (word: string) => boolean {
  const known = new Set(words)
  return (word) =>
    known.has(word) || synonymsOf(word).length > 0 || (word.endsWith('s') && known.has(word.slice(0, -1)))
}

/** The words of one that was typed. */
export function piecesOf(word: string, at: number, isWord: (word: string) => boolean): Piece[] {
  const texts = word
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  return texts
    .filter((text) => text !== '')
    .flatMap((text) => apart(text, isWord) ?? [text])
    .map((text) => ({text, word: at}))
}

/** `useradd`, `rmstack`: a word that is nothing but words of commands, as these. */
function apart(text: string, isWord: (word: string) => boolean): string[] | undefined {
  if (isWord(text)) return [text]
  for (let cut = text.length - SHORTEST; cut >= SHORTEST; cut -= 1) {
    const rest = isWord(text.slice(0, cut)) ? apart(text.slice(cut), isWord) : undefined
    if (rest) return [text.slice(0, cut), ...rest]
  }
  return undefined
}
