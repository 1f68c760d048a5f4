import {sanitize} from '#output/sanitize'
import type {Sink} from '#output/types'

/** A line on a terminal that the next one replaces. Writes nothing where stderr is not a terminal. */
export class StatusLine {
  readonly #sink: Sink
  #shown = ''

  constructor(sink: Sink) {
    this.#sink = sink
  }

  /** Shows a text cut to the width of the terminal; an empty one clears the line. */
  async show(text: string): Promise<void> {
    const line = sanitize(text)
      .replaceAll('\n', ' ')
      .slice(0, (this.#sink.width ?? 80) - 1)
    if (!this.#sink.isTTY || line === this.#shown) return
    this.#shown = line
    await this.#sink.write(`\r\u001b[K${line}`)
  }
}
