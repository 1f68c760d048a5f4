import {isDeepStrictEqual} from 'node:util'
import {undeclaredBy} from '../call-template.ts'
import {type RecordedRequest, requestOf} from '../recorder.ts'
import {jsonOf, sentBy} from './exchange.ts'
import {comparable, type Recording, type Sent} from './recording.ts'
import type {Replay} from './replay.ts'

/** Lines that osc says in its own words, because they name a command of another program. */
const WORDED = new Map([
  [
    "To get more details on a task failure run: mistral task-get <id> -c 'State info'",
    "Show why a task failed: osc task execution show <id> -c 'State info'",
  ],
])

/**
 * How osc differs from what the reference client printed and from what its command declares in `calls`, a line each: empty when it
 * does not.
 */
export async function differencesIn(
  recording: Recording,
  replay: Replay,
  calls = ['METHOD PATH'],
  files?: string,
): Promise<string[]> {
  const found: string[] = []
  for (const [format, printed] of Object.entries(recording.printed)) {
    const wanted = printed.map((line) => WORDED.get(line) ?? line)
    const {status, stdout, stderr, requests} = await replay.run(recording, format, files)
    if (status !== 0) found.push(`${format}: status ${status}: ${stderr.trim()}`)
    const lines = stdout.split('\n')
    const at = wanted.findIndex((line, number) => line !== lines[number])
    if (at >= 0 || lines.length !== wanted.length) {
      const number = at >= 0 ? at : wanted.length
      found.push(
        `${format}, line ${number + 1}: ${lines[number] ?? 'missing'}`,
        `  openstack: ${wanted[number] ?? 'none'}`,
      )
    }
    if (requests.length > recording.requests)
      found.push(
        `${format}: ${requests.length} requests, openstack ${recording.requests}: ${requests.map(requestOf).join(', ')}`,
      )
    found.push(...changed(recording, requests).map((line) => `${format}: ${line}`))
    for (const request of undeclared(recording, requests, calls)) found.push(`calls of the command lack ${request}`)
  }
  return [...new Set(found)]
}

/** Changes that osc requests and the reference client did not, and the other way round. */
function changed({argv, sent: wanted}: Recording, requests: readonly RecordedRequest[]): string[] {
  if (wanted === undefined) return []
  const sent = sentBy(requests, []) ?? []
  const places = Array.from({length: Math.max(sent.length, wanted.length)}, (_, place) => place)
  return places
    .filter((place) => !isDeepStrictEqual(meant(sent[place], argv), meant(wanted[place], argv)))
    .flatMap((place) => [
      `sent ${JSON.stringify(sent[place]) ?? 'nothing'}`,
      `  openstack: ${JSON.stringify(wanted[place]) ?? 'nothing'}`,
    ])
}

/**
 * What a request means: JSON inside texts is decoded, and a time that the line does not name depends on when the command runs.
 */
function meant(sent: Sent | undefined, argv: readonly string[]): unknown {
  if (sent === undefined) return undefined
  const body = JSON.stringify(sent.body ?? null, (_, value: unknown) => {
    if (typeof value !== 'string') return value
    if (TIME.test(value) && !argv.includes(value)) return 'time'
    return /^[[{]/.test(value) ? (jsonOf(value) ?? value) : value
  })
  return {request: comparable(sent.request), body: JSON.parse(body) as unknown}
}

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z?$/

const undeclared = (
  {exchange}: Recording,
  requests: readonly RecordedRequest[],
  calls: readonly string[],
): string[] => {
  const answered = requests.map((request) => ({
    ...request,
    status: exchange.find((one) => one.request === requestOf(request))?.status ?? 0,
  }))
  return undeclaredBy(calls, answered).map(({method, url}) => `${method} ${new URL(url).pathname}`)
}
