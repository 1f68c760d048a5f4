// Writes generated.json again: node -C @osc/source test/corpus/generate.ts. The seed is fixed, so the same commands give the
// same lines; the file is kept so that a new command does not change what is measured.
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fixedIndex} from '../support/fixed-core.ts'
import {random} from '../support/fuzz.ts'
import {repository} from '../support/program.ts'

const SEED = 20161025

const {below: pick} = random(SEED)
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** One slip in a word: a letter too few, twice, a neighbour's key, or two letters swapped. */
function slip(word: string): string {
  const at = pick(word.length)
  const letter = word[at] ?? ''
  const kind = pick(4)
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1)
  if (kind === 1) return word.slice(0, at) + letter + word.slice(at)
  if (kind === 2) {
    const row = ROWS.find((keys) => keys.includes(letter)) ?? letter
    const beside = row[row.indexOf(letter) + 1] ?? row[row.indexOf(letter) - 1] ?? letter
    return word.slice(0, at) + beside + word.slice(at + 1)
  }
  const first = Math.min(at, word.length - 2)
  return word.slice(0, first) + (word[first + 1] ?? '') + (word[first] ?? '') + word.slice(first + 2)
}

const slipIn = (words: readonly string[], at = pick(words.length)) =>
  words.map((word, place) => (place === at && word.length > 3 ? slip(word) : word))

/** Ways to get a command wrong; each gives the words that are typed. */
const HABITS: ((words: readonly string[]) => readonly string[])[] = [
  (words) => slipIn(words),
  (words) => slipIn(words),
  (words) => slipIn(words, 0),
  (words) => slipIn(slipIn(words, 0), words.length - 1),
  (words) => [words.at(-1) ?? '', ...words.slice(0, -1)],
  (words) => slipIn([words.at(-1) ?? '', ...words.slice(0, -1)]),
  (words) => [words.join('-')],
  (words) => [slipIn(words).join('-')],
  (words) => [words.join('_')],
  (words) => [words.join('')],
  (words) => words.map((word, at) => (at === words.length - 2 ? `${word}s` : word)),
  (words) => [
    ...words.slice(0, -1),
    (words.at(-1) ?? '').slice(0, 1) + (words.at(-1) ?? '').slice(1).replaceAll(/[aeiou]/g, ''),
  ],
  (words) => [...slipIn(words), 'web-01'],
]

const index = fixedIndex()
const ids = Object.keys(index.commands)
  .filter((id) => id.includes(' ') && !index.plugins[index.commands[id] ?? -1]?.foreign)
  .sort()
const known = new Set(ids)
const lines: {typed: string; meant: string}[] = []
while (lines.length < 400) {
  const meant = ids[pick(ids.length)] ?? ''
  const habit = HABITS[lines.length % HABITS.length] ?? ((words) => words)
  const typed = habit(meant.split(' ')).join(' ')
  const isNew = !known.has(typed) && typed !== meant && !lines.some((line) => line.typed === typed)
  if (isNew) lines.push({typed, meant})
}
const text = lines.map((line) => `  ${JSON.stringify(line)}`).join(',\n')
writeFileSync(join(repository, 'test/corpus/generated.json'), `[\n${text}\n]\n`)
