import {undeclaredBy} from '../call-template.ts'
import type {Recording} from './recording.ts'
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
export async function differencesIn(recording: Recording, replay: Replay, calls = ['METHOD PATH']): Promise<string[]> {
  const found: string[] = []
  for (const [format, printed] of Object.entries(recording.printed)) {
    const wanted = printed.map((line) => WORDED.get(line) ?? line)
    const {status, stdout, stderr, requests} = await replay.run(recording, format)
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
      found.push(`${format}: ${requests.length} requests, openstack ${recording.requests}: ${requests.join(', ')}`)
    for (const request of undeclared(recording, requests, calls)) found.push(`calls of the command lack ${request}`)
  }
  return [...new Set(found)]
}

function undeclared({exchange}: Recording, requests: readonly string[], calls: readonly string[]): string[] {
  const made = requests.map((request) => {
    const [method = '', url = ''] = request.split(' ')
    return {method, url, status: exchange.find((one) => one.request === request)?.status ?? 0}
  })
  return undeclaredBy(calls, made).map(({method, url}) => `${method} ${new URL(url).pathname}`)
}
