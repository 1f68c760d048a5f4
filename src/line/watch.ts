import {isTransient} from '#cloud/transient'
import {sanitize} from '#output/sanitize'
import type {Sink} from '#output/types'
import {displayWidth} from '#output/width'
import type {Runtime} from '#runtime'

/** A command that has run, as far as watching needs it. */
export interface Ran {
  status: number
  result?: unknown
  /** Seconds that --watch asks for; undefined without it. */
  seconds?: number | undefined
}

const CLEAR = '\x1b[H\x1b[2J\x1b[3J'

/**
 * Runs a command again and again, its output replacing that before, until Ctrl-C or a failure; with a runtime whose stdout is
 * kept, as half a table should not be seen. An outage of the service is shown, and does not end it.
 */
export async function watched(name: string, runtime: Runtime, run: (runtime: Runtime) => Promise<Ran>): Promise<Ran> {
  const {stdout, clock, signal} = runtime
  let [page, seconds] = ['', 0]
  for (;;) {
    const kept = keeping(stdout)
    let outage = ''
    try {
      const ran = await run({...runtime, stdout: kept.sink})
      if (ran.seconds === undefined || ran.status !== 0) {
        await stdout.write(kept.text())
        return ran
      }
      seconds = ran.seconds
      page = kept.text()
    } catch (error) {
      if (seconds === 0 || !isTransient(error)) throw error
      outage = `, outdated: ${error instanceof Error ? error.message : error}`
    }
    const now = new Date(clock.now()).toTimeString().slice(0, 8)
    await stdout.write(screen(`Every ${seconds} s: ${name} (${now}${outage})`, page, stdout))
    await clock.pause(seconds, signal)
  }
}

/** What fits on the terminal, so that nothing scrolls. */
function screen(head: string, page: string, {width = 80, height = 24}: Sink): string {
  const lines = [
    sanitize(head)
      .replaceAll('\n', ' ')
      .slice(0, width - 1),
    '',
    ...page.trimEnd().split('\n'),
  ]
  const whole = fitting(lines, width, height - 1)
  const cut = fitting(lines, width, height - 2)
  const shown = whole.length === lines.length ? lines : [...cut, `... ${lines.length - cut.length} more lines`]
  return `${CLEAR}${shown.join('\n')}\n`
}

/** The first lines, as many as take this many rows of the terminal: a long line takes several. */
function fitting(lines: readonly string[], width: number, rows: number): string[] {
  let left = rows
  const end = lines.findIndex((line) => {
    left -= Math.max(1, Math.ceil(displayWidth(line) / width))
    return left < 0
  })
  return lines.slice(0, end < 0 ? lines.length : end)
}

/** A sink that looks like the terminal and keeps what is written. */
function keeping({isTTY, width, height}: Sink): {sink: Sink; text: () => string} {
  const chunks: string[] = []
  const decoder = new TextDecoder()
  const write = async (chunk: string | Uint8Array) =>
    void chunks.push(typeof chunk === 'string' ? chunk : decoder.decode(chunk, {stream: true}))
  return {sink: {isTTY, width, height, write}, text: () => chunks.join('')}
}
