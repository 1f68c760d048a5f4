import {readContext} from '#context/read'
import type {RunState} from '#line/run-state'
import {sanitize} from '#output/sanitize'
import type {Runtime} from '#runtime'
import {type Damage, History, MOST_LINES} from '#shell/history'
import {maskedLine} from '#shell/masked-line'

/** What the arrow keys bring back: the lines of earlier shells, and those of this one as they were typed. */
export class Remembered {
  #lines: readonly string[]
  readonly #kept: History | undefined
  readonly #runtime: Runtime
  readonly #globals: readonly string[]

  private constructor(runtime: Runtime, globals: readonly string[], kept: History | undefined) {
    this.#runtime = runtime
    this.#globals = globals
    this.#kept = kept
    this.#lines = (kept?.read() ?? []).toReversed()
  }

  /** With OSC_HISTORY=0 nothing is read, nor kept. */
  static open(runtime: Runtime, globals: readonly string[]): Remembered {
    const warn = ({file, reason, aside}: Damage) => {
      const now = aside ? `it was moved to ${aside}` : 'it cannot be moved'
      void runtime.stderr.write(sanitize(`The history ${file} ${reason}; ${now}.\n`))
    }
    return new Remembered(
      runtime,
      globals,
      runtime.env.OSC_HISTORY === '0' ? undefined : new History(runtime.dataDir, warn),
    )
  }

  get newestFirst(): readonly string[] {
    return this.#lines
  }

  /** For this shell alone. */
  mention(line: string): void {
    if (line.startsWith(' ')) return
    this.#lines = [line, ...this.#lines.filter((each) => each !== line)].slice(0, MOST_LINES)
  }

  /** Also for those to come, without secrets; called when the line has run, which shows what was secret. */
  async add(
    line: string,
    words: readonly string[],
    {config, masked, index = this.#runtime.index}: RunState,
  ): Promise<void> {
    if (line.startsWith(' ')) return
    this.mention(line)
    if (!this.#kept) return
    const {env} = this.#runtime
    const context = await readContext(this.#runtime)
    const shown = maskedLine(line.trim(), words, {
      globals: this.#globals,
      env,
      config: config?.() ?? context.config,
      masked,
      index,
      spared: [context.access?.value.projectName, context.access?.value.userName],
    })
    await this.#kept.add(shown, AbortSignal.timeout(2000))
  }
}
