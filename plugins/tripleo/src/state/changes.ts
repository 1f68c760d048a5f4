import {type Part, placeOf, SERVER} from '#state/parts'

/** What people call the types whose changes are reported. */
const KINDS: Readonly<Record<string, string>> = {
  [SERVER]: 'server',
  'OS::Neutron::Port': 'port',
  'OS::Neutron::Net': 'network',
  'OS::Neutron::Subnet': 'subnet',
}

const VERBS: Readonly<Record<string, string>> = {CREATE: 'created', UPDATE: 'updated', DELETE: 'deleted'}

/** Lines about parts that changed between two reads, such as `Compute 0: server created`. */
export function changeLines(before: readonly Part[], now: readonly Part[]): string[] {
  const known = new Map(before.map((part) => [keyOf(part), stateOf(part)]))
  const present = new Set(now.map(keyOf))
  const gone = before.filter((part) => part.type in KINDS && !present.has(keyOf(part)))
  return [
    ...now.filter((part) => known.get(keyOf(part)) !== stateOf(part)).flatMap(changeLine),
    ...gone.map((part) => `${placeOf(part)}: ${KINDS[part.type]} deleted`),
  ]
}

const keyOf = ({stack, path}: Part): string => `${stack} ${path.at(-1)}`
const stateOf = ({status, updated, id}: Part): string => `${status} ${updated} ${id}`

function changeLine(part: Part): string[] {
  const [, action = '', state] = /^(\w+?)_(COMPLETE|FAILED)$/.exec(part.status) ?? []
  const kind = KINDS[part.type]
  const place = placeOf(part)
  if (state === 'COMPLETE' && kind && VERBS[action]) return [`${place}: ${kind} ${VERBS[action]}`]
  // Failures of what only contains others are reported with those.
  if (state === 'FAILED' && part.reason && kind) return [`${place}: ${kind} failed: ${part.reason}`]
  return []
}
