import {type Sink, sanitize} from '@osc-cli/core'

/** One line at the bottom of a terminal that says how far each stack is. Does nothing where there is no terminal. */
export interface ProgressLine {
  readonly enabled: boolean
  /** Shows `text` for a stack until its next text; undefined removes it. */
  set(stack: string, text: string | undefined): void
  draw(): Promise<void>
  /** Removes the line from the screen, so that something else can be written. */
  erase(): Promise<void>
}

const START_OF_LINE = '\r\x1b[K'

export function createProgressLine(stderr: Sink, enabled: boolean, now: () => number = Date.now): ProgressLine {
  const stacks = new Map<string, {text: string; since: number}>()
  let drawn = false
  return {
    enabled,
    set(stack, text) {
      if (text === undefined) stacks.delete(stack)
      else stacks.set(stack, {text, since: stacks.get(stack)?.since ?? now()})
    },
    async draw() {
      if (!enabled || stacks.size === 0) return
      const parts = [...stacks].map(
        ([stack, {text, since}]) => `${stack}: ${text}, ${Math.round((now() - since) / 1000)} s`,
      )
      drawn = true
      await stderr.write(
        START_OF_LINE +
          sanitize(parts.join('; '))
            .replaceAll('\n', ' ')
            .slice(0, (stderr.width ?? 80) - 1),
      )
    },
    async erase() {
      if (!drawn) return
      drawn = false
      await stderr.write(START_OF_LINE)
    },
  }
}
