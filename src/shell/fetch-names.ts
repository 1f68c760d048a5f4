import {Readable} from 'node:stream'
import type {CloudConfig} from '#cloud/config/types'
import {MOST_NAMES} from '#context/observed'
import {readContext} from '#context/read'
import {runLine} from '#line/run'
import {splitLine} from '#line/split'
import type {Runtime} from '#runtime'
import {globalWords} from '#shell/global-words'
import {lineRuntime} from '#shell/line-runtime'
import type {Offer} from '#shell/tab'

const LIMIT_MS = 5000
const AGAIN_MS = 60_000

/** Ways to log in that need nobody at the keyboard when the secret is in the configuration. */
const ALONE: Readonly<Record<string, string>> = {
  password: 'password',
  v3password: 'password',
  v3applicationcredential: 'application_credential_secret',
  token: 'token',
  v3token: 'token',
  token_endpoint: 'token',
  admin_token: 'token',
  http_basic: 'password',
}

/**
 * Fills the cache with names that a line has a place for and nobody has seen yet, by the list command of their noun: silent,
 * for five seconds at most, each noun once a minute. Whoever types does not wait for it.
 */
export class NameFetcher {
  readonly #runtime: Runtime
  readonly #signal: AbortSignal
  readonly #begun = new Map<string, number>()

  constructor(runtime: Runtime, signal: AbortSignal) {
    this.#runtime = runtime
    this.#signal = signal
  }

  /** Begins to fetch what an offer lacks; resolves when that is done, which nobody has to await. */
  async fetch({noun, known, words}: Offer): Promise<void> {
    const {env, options} = this.#runtime
    if (noun === undefined || known > 0 || env.OSC_SHELL_FETCH === '0' || env.OSC_NO_CACHE) return
    const globals = globalsIn(words)
    if (options.no_cache === true || globals === undefined || globals.options.no_cache === true) return
    const key = JSON.stringify([noun, globals.words])
    if (Date.now() - (this.#begun.get(key) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS) return
    this.#begun.set(key, Date.now())
    if (await this.#needsSomebody(globals.options)) return
    await this.#list(noun, globals.words).catch(() => {})
  }

  async #needsSomebody(options: Readonly<Record<string, string | true>>): Promise<boolean> {
    const {env, cwd, cacheDir} = this.#runtime
    const {config, access} = await readContext({options, env, cwd, cacheDir})
    const expires = Date.parse(access?.value.expiresAt ?? '')
    return config === undefined || !(expires > Date.now() + LIMIT_MS || logsInAlone(config))
  }

  async #list(noun: string, globals: readonly string[]): Promise<void> {
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(LIMIT_MS)])
    let rows = 0
    const enough = async (chunk: string) => {
      rows += chunk.split('\n').length - 1
      if (rows > MOST_NAMES) throw new Error('These are as many names as are kept.')
    }
    const sink = (write: (chunk: string) => Promise<void>) => ({isTTY: false, width: undefined, write})
    const io = {
      ...lineRuntime(this.#runtime, {signal, stdin: () => Readable.from([])}),
      stdout: sink(enough),
      stderr: sink(async () => {}),
    }
    await runLine([...globals, ...noun.split(' '), 'list', '-f', 'value'], io)
  }
}

const logsInAlone = ({authType, auth}: CloudConfig): boolean => {
  const secret = ALONE[authType]
  if (authType === 'none') return true
  return secret !== undefined && typeof auth[secret] === 'string'
}

/** The global options among the words, wherever they are, and the same as words; undefined where they make no sense so far. */
function globalsIn(words: readonly string[]) {
  try {
    const line = splitLine(words)
    return {options: line.options, words: globalWords(line)}
  } catch {
    return undefined
  }
}
