import type {RecordedFailure} from '#advice/failures/recorded-failure'
import {definitions, helpWidth} from '#help/layout'
import {sanitize} from '#output/sanitize'
import {shellWord} from '#text/shell-word'

/** What `osc why` prints. */
export function failurePage(
  failure: RecordedFailure,
  program: string,
  width: number | undefined,
  now: number,
): string[] {
  const {argv, at, cloud, code, exitStatus, message, cause, next} = failure
  const rows: [string, string][] = [
    ['Error', message],
    ['Cause', cause || 'unknown'],
    ['Context', failure.context ?? ''],
    ['Evidence', evidenceText(failure)],
    ['Next', next.join('\n')],
  ]
  const on = cloud === undefined ? '' : `, cloud ${cloud}`
  const head = [
    `${program} ${argv.map(shellWord).join(' ')}`,
    `${ago(now - at)}${on}: ${code}, exit code ${exitStatus}`,
  ]
  const body = definitions(
    rows.filter(([, text]) => text !== ''),
    helpWidth(width),
  )
  return [...head, '', ...body].map(sanitize)
}

function evidenceText({evidence}: RecordedFailure): string {
  const {status, method, url, requestId, rule, state} = evidence
  const lines = [
    status === undefined ? '' : `${method} ${url}: HTTP ${status}`,
    requestId === undefined ? '' : `request ${requestId}`,
    rule === undefined ? '' : `policy rule ${rule}`,
    state === undefined ? '' : `state ${state}`,
  ]
  return lines.filter(Boolean).join('\n')
}

const UNITS: readonly (readonly [string, number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]

/** How long ago `milliseconds` are, in the largest unit that fits. */
function ago(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  for (const [unit, length] of UNITS) {
    const count = Math.floor(seconds / length)
    if (count > 0) return `${count} ${unit}${count === 1 ? '' : 's'} ago`
  }
  return 'just now'
}
