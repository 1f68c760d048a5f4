import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {quote} from './quote.ts'

type Stream = 'stdin' | 'stdout' | 'stderr'

/** A terminal for a command. Line ends stay `\n`, so that output can be compared with that of a pipe. */
export interface Terminal {
  /** Default 80. */
  width?: number
  /** Default 24. */
  height?: number
  /** What is connected to it; default all three. What is not goes to files, stdin comes from nowhere. */
  streams?: readonly Stream[]
}

/** The command line that runs `words` on a terminal; what its stdout shows is what the terminal showed. */
export function onTerminal(words: readonly string[], terminal: Terminal, folder: string): string[] {
  const {width = 80, height = 24} = terminal
  const redirects = (['stdin', 'stdout', 'stderr'] as const).flatMap((stream) =>
    has(terminal, stream) ? [] : [stream === 'stdin' ? '</dev/null' : `${SIGN[stream]}${quote(join(folder, stream))}`],
  )
  const line = `stty cols ${width} rows ${height} -onlcr; exec ${words.map(quote).join(' ')} ${redirects.join(' ')}`
  return ['script', '-qec', line, '/dev/null']
}

/** Splits what the terminal showed; with both streams on it there is one text, given as stdout. */
export function offTerminal(shown: Buffer, terminal: Terminal, folder: string): {stdout: Buffer; stderr: Buffer} {
  const file = (stream: Stream) => readFileSync(join(folder, stream))
  return {
    stdout: has(terminal, 'stdout') ? shown : file('stdout'),
    stderr: has(terminal, 'stderr') ? (has(terminal, 'stdout') ? Buffer.alloc(0) : shown) : file('stderr'),
  }
}

const SIGN = {stdout: '>', stderr: '2>'}

const has = ({streams}: Terminal, stream: Stream) => !streams || streams.includes(stream)
