import {existsSync, renameSync} from 'node:fs'
import {join} from 'node:path'
import {privateFolder, readPrivate, writePrivate} from '#cloud/cache/files'
import {uniqueHex} from '#files/unique-name'
import {sanitize} from '#output/sanitize'
import {lockFile} from '#plugins/installing/lock'

/** How many lines are kept. */
export const MOST_LINES = 1000

/** A history file that could not be used: where it is now. */
export interface Damage {
  file: string
  reason: string
  aside: string | undefined
}

/** The lines of the shell, kept below `dataDir` for the next one: a file 0600 in a folder of 0700, the newest line last. */
export class History {
  readonly #file: string
  readonly #folder: string
  readonly #damaged: (damage: Damage) => void

  /** `damaged` is called when a file is put aside, so once for each. */
  constructor(dataDir: string, damaged: (damage: Damage) => void) {
    this.#folder = join(dataDir, 'shell')
    this.#file = join(this.#folder, 'history')
    this.#damaged = damaged
  }

  /** The oldest first. */
  read(): string[] {
    const text = readPrivate(this.#file)
    const reason = text === undefined ? this.#unreadable() : faultIn(text)
    if (reason === undefined) return (text ?? '').split('\n').filter(Boolean).slice(-MOST_LINES)
    this.#putAside(reason)
    return []
  }

  /** Adds a line to what is there now, also from other shells. What cannot be written is not kept. */
  async add(line: string, signal: AbortSignal): Promise<void> {
    if (sanitize(line) !== line || /[\n\ufffd]/.test(line) || !privateFolder(this.#folder)) return
    const release = await lockFile(`${this.#file}.lock`, {signal, waiting: async () => {}}).catch(() => undefined)
    if (!release) return
    try {
      const before = this.read()
      if (before.at(-1) === line) return
      writePrivate(this.#file, `${[...before, line].slice(-MOST_LINES).join('\n')}\n`)
    } finally {
      release()
    }
  }

  #unreadable(): string | undefined {
    return existsSync(this.#file) ? 'is not a regular file readable only by you' : undefined
  }

  #putAside(reason: string): void {
    let aside: string | undefined = `${this.#file}.damaged-${uniqueHex()}`
    try {
      renameSync(this.#file, aside)
    } catch {
      aside = undefined
    }
    this.#damaged({file: this.#file, reason, aside})
  }
}

/** No line that is kept has such characters, nor has a file that ends inside a line been written whole. */
const faultIn = (text: string): string | undefined => {
  if (sanitize(text) !== text || text.includes('\ufffd')) return 'contains invalid characters'
  return text === '' || text.endsWith('\n') ? undefined : 'ends in an incomplete line'
}
