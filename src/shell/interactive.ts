import {readContext} from '#context/read'
import {InterruptedError} from '#errors'
import type {RunState} from '#line/run-state'
import {wantsColour} from '#output/colour'
import type {Runtime} from '#runtime'
import {NameFetcher} from '#shell/fetch-names'
import {lineRuntime} from '#shell/line-runtime'
import {promptText} from '#shell/prompt'
import {promptLine} from '#shell/prompt-line'
import {readInput} from '#shell/read-line'
import {Remembered} from '#shell/remembered'
import {reportError, runWords} from '#shell/run-words'
import {catchSignals} from '#shell/signals'
import {helpWith, offerFor} from '#shell/tab'

/** The shell at a terminal, until somebody leaves. Returns the status to end with. */
export async function runInteractive(runtime: Runtime, globals: readonly string[]): Promise<number> {
  const signals = catchSignals()
  const remembered = Remembered.open(runtime, globals)
  const fetcher = new NameFetcher(runtime, signals.leaving)
  const offer = async (text: string) => {
    const found = await offerFor(text, globals, runtime)
    // Nobody waits for it: the next Tab finds what came of it.
    if (found) void fetcher.fetch(found)
    return found
  }
  const tab = async (text: string) => {
    const found = await offer(text).catch(() => undefined)
    const {width: columns = 80, height: rows = 24} = runtime.stdout
    return found ? helpWith(found, columns, Math.max(2, rows - 2)) : {}
  }
  const reportedWarnings = new Set<string>()
  const typed = (text: string) => void offer(text).catch(() => {})
  try {
    for (let status = 0; ; ) {
      const prompt = await promptNow(runtime, status)
      const line = await promptLine({prompt, history: remembered.newestFirst, tab, typed, signal: signals.leaving})
      if (line === undefined) break
      const input = readInput(line, runtime.program)
      if (input.kind === 'leave') break
      if (input.kind === 'nothing') continue
      const signal = signals.begin()
      const state: RunState = {}
      const io = lineRuntime(runtime, {signal, reportedWarnings})
      const argv = [...globals, ...input.words]
      if (input.kind === 'refused') {
        remembered.mention(line)
        status = await reportError(input.error, argv, io, state)
      } else {
        status = (await runWords(argv, io, state)).status
        await remembered.add(line, input.words, state)
      }
      signals.end()
    }
    return signals.leaving.aborted ? new InterruptedError().exitCode : 0
  } finally {
    signals.release()
  }
}

/** Read again for each line: a log-in reports the project, and clouds.yaml may change. */
async function promptNow(runtime: Runtime, status: number): Promise<string> {
  const {program, stdout, env} = runtime
  const context = await readContext(runtime)
  return promptText({program, context, status, width: stdout.width ?? 80, colour: wantsColour(stdout, env)})
}
