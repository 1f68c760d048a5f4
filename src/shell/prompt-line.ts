import {createInterface, type Interface} from 'node:readline'
import {Keyboard} from '#shell/keyboard'

/** What Tab does to the line up to the cursor: puts something in, or shows what there is. */
export interface Help {
  insert?: string
  /** Lines to show below. */
  show?: readonly string[]
}

export interface PromptOptions {
  prompt: string
  /** The newest first. */
  history: readonly string[]
  tab: (line: string) => Promise<Help>
  /** Called as a line grows, to look ahead. */
  typed: (line: string) => void
  signal: AbortSignal
}

const MOST_HISTORY = 1000

/**
 * Asks for a line on the process's terminal and releases it before it answers: while a command runs nothing listens here.
 * Undefined when there is no more: Ctrl-D, a terminal that is gone, or `signal`.
 */
export async function promptLine({prompt, history, tab, typed, signal}: PromptOptions): Promise<string | undefined> {
  const {stdin, stdout} = process
  if (signal.aborted) return undefined
  return await new Promise((resolve) => {
    const keyboard = new Keyboard(stdin, () => lines.close())
    const lines = createInterface({
      input: keyboard.input,
      output: stdout,
      terminal: true,
      prompt,
      history: [...history],
      historySize: MOST_HISTORY,
      escapeCodeTimeout: 100,
      completer: (line: string, answer: (error: null, found: [string[], string]) => void) => {
        keyboard.wait()
        void tab(line).then(({insert = '', show = []}) => {
          answer(null, insert === '' ? [[], line] : [[line + insert], line])
          if (show.length > 0) showBelow(lines, show)
          keyboard.take()
        })
      },
    })
    const leave = () => lines.close()
    signal.addEventListener('abort', leave)
    let line: string | undefined
    lines.on('line', (text) => {
      keyboard.wait()
      line = text
      lines.close()
    })
    lines.on('SIGINT', () => {
      stdout.write('^C\n')
      lines.write(null, {ctrl: true, name: 'e'})
      lines.write(null, {ctrl: true, name: 'u'})
      lines.prompt()
    })
    // Behind Ctrl-Z: readline has paused its input, and leaves it so.
    lines.on('SIGCONT', () => lines.resume())
    lines.on('close', () => {
      keyboard.input.off('keypress', look)
      signal.removeEventListener('abort', leave)
      keyboard.release()
      if (line === undefined) stdout.write('\n')
      resolve(line)
    })
    const look = (text: string | undefined) => {
      if (text === ' ' || text === '=') typed(lines.line.slice(0, lines.cursor))
    }
    keyboard.input.on('keypress', look)
    lines.prompt()
    keyboard.take()
  })
}

/** Shows lines below the one that is edited, and that one again below them. */
function showBelow(lines: Interface, shown: readonly string[]): void {
  process.stdout.write(`\r\n\x1b[J${shown.join('\r\n')}\r\n`)
  // readline would go up by as many rows as the line has above its cursor: they are further up now.
  Object.assign(lines, {prevRows: 0})
  lines.prompt(true)
}
