import type {Found} from '#advice/suggest/rank'
import {ARGUMENT} from '#advice/suggest/word-cost'
import {editDistance} from '#text/edit-distance'

/** Letters (a to z and digits) written as one word, and how often each of them is in it. */
export interface Joined {
  text: string
  letters: Uint8Array
}

const DIGIT_0 = 48
const LETTER_A = 97

const joinedOf = (text: string): Joined => {
  const letters = new Uint8Array(36)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const place = code < LETTER_A ? code - DIGIT_0 : code - LETTER_A + 10
    letters[place] = (letters[place] ?? 0) + 1
  }
  return {text, letters}
}

/** The first word, the first two, ... written as one. */
export function joinedWords(words: readonly string[]): Joined[] {
  const letters = words.map((word) => word.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
  return letters.slice(0, 7).map((_, at) => joinedOf(letters.slice(0, at + 1).join('')))
}

/** Whether two words can be so few slips apart: counts letters, which is much cheaper than aligning them. */
function mayBe(a: Joined, b: Joined, slips: number): boolean {
  let more = 0
  let fewer = 0
  for (let place = 0; place < 36; place += 1) {
    const difference = (a.letters[place] ?? 0) - (b.letters[place] ?? 0)
    if (difference > 0) more += difference
    else fewer -= difference
  }
  return Math.max(more, fewer) <= slips
}

/** Whether a command of so many letters can be meant by any of the joined words: most need no closer look. */
export function nearLength(joined: readonly Joined[]): (length: number) => boolean {
  const known: boolean[] = []
  return (length) => {
    known[length] ??= joined.some(({text}) => Math.abs(text.length - length) <= Math.floor(length / 5) + 2)
    return known[length]
  }
}

/** `stacklist`, `st ack list`, `liststack`: spaces that are missing or in the wrong place. */
export function asOneWord(parts: readonly string[], joined: readonly Joined[], words: number): Found | undefined {
  const whole = joinedOf(parts.join('').replaceAll(/[^a-z0-9]/g, ''))
  const inOrder = whole.text
  const verbFirst = [parts.at(-1) ?? '', ...parts.slice(0, -1)].join('')
  let best: Found | undefined
  for (const [at, typed] of joined.entries()) {
    const allowed = Math.floor(inOrder.length / 5)
    if (!mayBe(typed, whole, allowed)) continue
    const distance = Math.min(editDistance(typed.text, inOrder), editDistance(typed.text, verbFirst) + 0.6)
    const cost = 0.15 + 0.35 * distance + ARGUMENT * (words - at - 1)
    const places = Array.from({length: at + 1}, (_, place) => place)
    if (distance <= allowed && cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = {cost, used: places}
  }
  return best
}
