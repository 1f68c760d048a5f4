import type {Sink} from '#output/types'

type Env = Readonly<Record<string, string | undefined>>

/** Who reads the errors: a person, a script, or a program that asked for JSON. */
export type Audience = 'terminal' | 'pipe' | 'json'

/** JSON when the line or OSC_ERRORS=json asks for it; a person only on a terminal, and never in CI. */
export function audienceOf(argv: readonly string[], stderr: Sink, env: Env): Audience {
  if (env.OSC_ERRORS === 'json' || wantsJson(argv)) return 'json'
  return stderr.isTTY && !isCi(env) ? 'terminal' : 'pipe'
}

/** Hints are for a terminal: OSC_HINTS=0 and --no-hints silence them. */
export const wantsHints = (argv: readonly string[], stderr: Sink, env: Env): boolean =>
  audienceOf(argv, stderr, env) === 'terminal' && env.OSC_HINTS !== '0' && !argv.includes('--no-hints')

/** No person is there, whatever is a terminal: nothing is asked, coloured or paged. */
export const isCi = ({CI}: Env): boolean => CI !== undefined && CI !== '' && CI !== '0' && CI !== 'false'

/** `-f json`, `--format json` and their other spellings; `--json` where a command has it. */
function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  const options = end < 0 ? argv : argv.slice(0, end)
  return options.some((word, at) => {
    if (word === '--json' || word === '-fjson') return true
    if (word === '-f' || word === '--format') return options[at + 1] === 'json'
    return word === '-f=json' || word === '--format=json'
  })
}
