import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'

/** What a command line asked of a cloud, and what the reference client printed for it. */
export interface Recording {
  argv: string[]
  /** How many requests the reference client made, without any cache. */
  requests: number
  /** Answers by request, for both clients. Those of one request are given in turn. */
  exchange: Exchange[]
  /** Lines that the reference client printed: with `-f table` and `-f json`, or as `text` where there is no -f. */
  printed: Record<string, string[]>
}

export interface Exchange {
  /** `GET http://127.0.0.1:5000/v3/regions`. */
  request: string
  status: number
  headers: Record<string, string>
  /** JSON as it is, other bodies as text. */
  body?: unknown
}

export const readRecording = (file: string): Recording => JSON.parse(readFileSync(file, 'utf8')) as Recording

/** Writes a recording with one answer and one printed line a line, so that a difference can be read. */
export function writeRecording(file: string, {argv, requests, exchange, printed}: Recording): void {
  const outputs = Object.entries(printed).map(([format, lines]) => `${JSON.stringify(format)}:${list(lines)}`)
  const text = [
    `{"argv":${JSON.stringify(argv)},`,
    `"requests":${requests},`,
    `"exchange":${list(exchange)},`,
    `"printed":{${outputs.join(',\n')}}}`,
  ]
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, `${text.join('\n')}\n`)
}

const list = (values: readonly unknown[]): string => `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]`

/** Name of the file of a command line: `server-list-long.json`. */
export const fileName = (argv: readonly string[]): string =>
  `${argv
    .join(' ')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}.json`
