import {PassThrough} from 'node:stream'
import type {ReadStream} from 'node:tty'

const STOPS = /[\t\r\n]/

/**
 * The terminal's keys for one prompt. They come in up to a Tab or the end of a line, and go on when that is dealt with:
 * what was typed or pasted after it is left to whoever reads the terminal next, be it a command that asks something.
 */
export class Keyboard {
  readonly input = new PassThrough()
  readonly #terminal: ReadStream
  readonly #ended: () => void
  #busy = false

  constructor(terminal: ReadStream, ended: () => void) {
    this.#terminal = terminal
    this.#ended = ended
    // readline asks for it on Ctrl-Z and when it goes on.
    Object.assign(this.input, {setRawMode: (raw: boolean) => terminal.setRawMode(raw)})
  }

  /** Goes on reading, where it does not already. */
  take(): void {
    this.#busy = false
    this.#let()
    this.#terminal.setRawMode(true)
    this.#terminal.on('data', this.#read)
    this.#terminal.on('end', this.#ended)
    this.#terminal.resume()
  }

  /** Something is at work: no more keys before the next `take`. */
  wait(): void {
    this.#busy = true
    this.#let()
  }

  /** The terminal is the next one's. */
  release(): void {
    this.wait()
    this.#terminal.setRawMode(false)
  }

  #let(): void {
    this.#terminal.off('data', this.#read)
    this.#terminal.off('end', this.#ended)
    this.#terminal.pause()
  }

  readonly #read = (chunk: Buffer): void => {
    const text = chunk.toString('latin1')
    const at = text.search(STOPS)
    if (at < 0) return void this.input.write(chunk)
    const end = text.startsWith('\r\n', at) ? at + 2 : at + 1
    this.#let()
    if (end < chunk.length) this.#terminal.unshift(chunk.subarray(end))
    this.input.write(chunk.subarray(0, end))
    // A key that nobody takes for what it looks like, as Alt-Enter.
    setImmediate(() => {
      if (!this.#busy) this.take()
    })
  }
}
