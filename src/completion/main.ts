import {type Candidate, type Completion, complete} from '#completion/candidates'
import {type CompletionRuntime, currentTable, withNames} from '#completion/look-up'
import {bashWord, readLine} from '#completion/shell-line'
import {sanitize} from '#output/sanitize'
import {workingFolder} from '#process'

/**
 * Answers a key press: `bash BREAKS LINE` or `zsh|fish|powershell CURRENT WORDS...`, where the first word is the program.
 * The first line of the answer is `values` or `files`; the others are candidates. Asks no network, and is silent about
 * what fails: a shell has no place for messages while a line is typed.
 */
export async function answer(
  request: readonly string[],
  place: Omit<CompletionRuntime, 'env' | 'cwd'>,
): Promise<string> {
  const runtime = {...place, env: process.env, cwd: workingFolder(process.env)}
  const [shell = '', ...rest] = request
  const line = shell === 'bash' ? readLine(rest[1] ?? '', rest[0] ?? '') : undefined
  const words = line ? line.words.slice(1) : rest.slice(2)
  const current = line ? line.current : currentWord(shell, rest[0] ?? '')
  const table = await currentTable(runtime)
  if (!table) return 'values\n'
  const completion = await withNames((names) => complete(words, current, table, names), words, runtime)
  const safe = completion.candidates.filter(({value}) => sanitize(value) === value && !/[\n\t]/.test(value))
  const lines = line
    ? safe.flatMap(({value}) => bashWord(value, line) ?? [])
    : safe.map((candidate) => described(candidate))
  return [directive(completion), ...lines, ''].join('\n')
}

/** zsh gives the word as it is meant, fish as it is typed, PowerShell with an x in front. */
function currentWord(shell: string, word: string): string {
  if (shell === 'fish') return readLine(word, '').current
  return shell === 'powershell' ? word.slice(1).replace(/^['"]/, '') : word
}

const directive = ({files, candidates}: Completion) => (files && candidates.length === 0 ? 'files' : 'values')

const WIDEST = 72

/** A candidate and what it is, a tab between them. */
function described({value, summary}: Candidate): string {
  const text = sanitize(summary).replaceAll(/\s+/g, ' ').trim()
  const short = text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text
  return short === '' ? value : `${value}\t${short}`
}
