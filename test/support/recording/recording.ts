import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

/** What a command line asked of a cloud, and what the reference client printed for it. */
export interface Recording {
  argv: string[]
  /** How many requests the reference client made, without any cache. */
  requests: number
  /** What the reference client sent to change something, in order. Absent where it only reads, and in older recordings. */
  sent?: Sent[]
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

export interface Sent {
  /** `POST http://127.0.0.1:8989/v2/workflows`. */
  request: string
  /** JSON as it is, other bodies as text. */
  body?: unknown
}

/**
 * A request as the services understand it: without empty parameters, in any order, and without a slash at the end of the path.
 * The Python clients differ in both.
 */
export function comparable(request: string): string {
  const [method = '', address = ''] = request.split(' ')
  const url = new URL(address)
  for (const [key, value] of [...url.searchParams]) if (value === '') url.searchParams.delete(key)
  url.searchParams.sort()
  url.pathname = url.pathname.replace(/\/$/, '')
  return `${method} ${url}`
}

export const readRecording = (file: string): Recording => JSON.parse(readFileSync(file, 'utf8')) as Recording

/** Writes a recording with one answer and one printed line a line, so that a difference can be read. */
export function writeRecording(file: string, {argv, requests, sent, exchange, printed}: Recording): void {
  const outputs = Object.entries(printed).map(([format, lines]) => `${JSON.stringify(format)}:${list(lines)}`)
  const text = [
    `{"argv":${JSON.stringify(argv)},`,
    `"requests":${requests},`,
    ...(sent ? [`"sent":${list(sent)},`] : []),
    `"exchange":${list(exchange)},`,
    `"printed":{${outputs.join(',\n')}}}`,
  ]
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, `${text.join('\n')}\n`)
}

/** The folder with the files that recorded command lines name, beside the recordings: osc and the reference client run in it. */
export const filesBeside = (folder: string): string | undefined => {
  const files = join(folder, 'files')
  return existsSync(files) ? files : undefined
}

const list = (values: readonly unknown[]): string => `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]`

/** Name of the file of a command line: `server-list-long.json`. */
export const fileName = (argv: readonly string[]): string =>
  `${argv
    .join(' ')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}.json`
