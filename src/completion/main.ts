import {type Candidate, type Completion, complete, type Names} from '#completion/candidates'
import {namesFile, readNames} from '#completion/live'
import type {refreshCompletion} from '#completion/refresh'
import type {refreshNames} from '#completion/refresh-names'
import {bashWord, readLine} from '#completion/shell-line'
import {readTable, type Table, tableFile} from '#completion/table'
import {sanitize} from '#output/sanitize'
import {dataDirOf, linkedAs} from '#process'

/** Where osc is and keeps things, and the core itself for when the table is missing or old. */
interface Surroundings {
  root: string
  coreRoot: string
  cacheDir: string
  core: () => Promise<{refreshCompletion: typeof refreshCompletion; refreshNames: typeof refreshNames}>
}

/**
 * Answers a key press: `bash BREAKS LINE` or `zsh|fish|powershell CURRENT WORDS...`, where the first word is the program.
 * The first line of the answer is `values` or `files`; the others are candidates. Asks no network, and is silent about
 * what fails: a shell has no place for messages while a line is typed.
 */
export async function answer(request: readonly string[], surroundings: Surroundings): Promise<string> {
  const [shell = '', ...rest] = request
  const line = shell === 'bash' ? readLine(rest[1] ?? '', rest[0] ?? '') : undefined
  const words = line ? line.words.slice(1) : rest.slice(2)
  const current = line ? line.current : currentWord(shell, rest[0] ?? '')
  const table = await currentTable(surroundings)
  if (!table) return 'values\n'
  const completion = await withNames((names) => complete(words, current, table, names), words, surroundings)
  const safe = completion.candidates.filter(({value}) => sanitize(value) === value && !/[\n\t]/.test(value))
  const lines = line
    ? safe.flatMap(({value}) => bashWord(value, line) ?? [])
    : safe.map((candidate) => described(candidate))
  return [directive(completion), ...lines, ''].join('\n')
}

/** Names are read, and perhaps made anew, only where the line has a place for them. */
async function withNames(
  work: (names: Names) => Completion,
  words: readonly string[],
  {cacheDir, core}: Surroundings,
): Promise<Completion> {
  const asked: string[] = []
  const first = work((noun) => {
    asked.push(noun)
    return []
  })
  const [noun] = asked
  if (noun === undefined || process.env.OSC_NO_CACHE) return first
  const selection = {words, cacheDir, env: process.env, cwd: process.cwd()}
  const file = namesFile(selection)
  const kept = readNames(file, noun)
  if (kept) return work(() => kept)
  await (await core()).refreshNames(selection)
  return work(() => readNames(file, noun) ?? [])
}

/** zsh gives the word as it is meant, fish as it is typed, PowerShell with an x in front. */
function currentWord(shell: string, word: string): string {
  if (shell === 'fish') return readLine(word, '').current
  return shell === 'powershell' ? word.slice(1).replace(/^['"]/, '') : word
}

async function currentTable({root, coreRoot, cacheDir, core}: Surroundings): Promise<Table | undefined> {
  const dataDir = dataDirOf(process.env)
  const linkedRoot = linkedAs(process.argv[1], root)
  const file = tableFile(cacheDir, linkedRoot ?? root, dataDir)
  const table = readTable(file)
  if (table) return table
  ;(await core()).refreshCompletion({root, linkedRoot, coreRoot, cacheDir, dataDir})
  return readTable(file)
}

const directive = ({files, candidates}: Completion) => (files && candidates.length === 0 ? 'files' : 'values')

const WIDEST = 72

/** A candidate and what it is, a tab between them. */
function described({value, summary}: Candidate): string {
  const text = sanitize(summary).replaceAll(/\s+/g, ' ').trim()
  const short = text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text
  return short === '' ? value : `${value}\t${short}`
}
