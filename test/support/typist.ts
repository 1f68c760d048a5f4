import type {ChildProcess} from 'node:child_process'

/** What to wait for, in what is shown since the last step or anywhere else, and what is typed then. */
export type Step = readonly [RegExp | (() => boolean), string]

const LOOK_MS = 30

/** Types at a terminal, for `started` of `run`: each text when its time has come. Nothing is typed behind a step that never comes. */
export function typist(steps: readonly Step[]): (child: ChildProcess) => void {
  return (child) => {
    const left = [...steps]
    let shown = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      shown += chunk
    })
    const timer = setInterval(() => {
      const [when, text] = left[0] ?? []
      if (!when || !(when instanceof RegExp ? when.test(shown) : when())) return
      left.shift()
      shown = ''
      child.stdin?.write(text ?? '')
    }, LOOK_MS)
    child.once('close', () => clearInterval(timer))
  }
}
