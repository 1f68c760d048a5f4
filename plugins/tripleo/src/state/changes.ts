import {type Part, placeOf, SERVER} from '#state/parts'

/** Common names of the types whose changes are reported. */
const KINDS: Readonly<Record<string, string>> = {
  [SERVER]: 'server',
  'OS::Neutron::Port': 'port',
  'OS::Neutron::Net': 'network',
  'OS::Neutron::Subnet': 'subnet',
}

const VERBS: Readonly<Record<string, string>> = {CREATE: 'created', UPDATE: 'updated', DELETE: 'deleted'}

/** Reports which parts changed between two polls. */
export interface Changes {
  /** Lines about parts that changed since the last poll that had them, such as `Compute 0: server created`. */
  lines(parts: readonly Part[]): string[]
  /** Lines about parts that existed before and are missing at the end. */
  deleted(parts: readonly Part[]): string[]
}

/** Reports changes of parts since `before`. While Heat updates a stack, its list sometimes lacks parts. */
export function createChanges(before: readonly Part[]): Changes {
  const known = new Map(before.map((part) => [keyOf(part), stateOf(part)]))
  return {
    lines: (parts) =>
      parts.flatMap((part) => {
        const [key, state] = [keyOf(part), stateOf(part)]
        if (known.get(key) === state) return []
        known.set(key, state)
        return changeLine(part)
      }),
    deleted(parts) {
      const present = new Set(parts.map(keyOf))
      return before
        .filter((part) => part.type in KINDS && !present.has(keyOf(part)))
        .filter((part) => !known.get(keyOf(part))?.startsWith('DELETE_COMPLETE'))
        .map((part) => `${placeOf(part)}: ${KINDS[part.type]} deleted`)
    },
  }
}

const keyOf = ({stack, path}: Part): string => `${stack} ${path.at(-1)}`
const stateOf = ({status, updated, id}: Part): string => `${status} ${updated} ${id}`

function changeLine(part: Part): string[] {
  const [, action = '', state] = /^(\w+?)_(COMPLETE|FAILED)$/.exec(part.status) ?? []
  const kind = KINDS[part.type]
  if (!kind || !state) return []
  const place = placeOf(part)
  if (state === 'FAILED') return [`${place}: ${kind} failed: ${part.reason}`]
  const verb = VERBS[action]
  return verb === undefined ? [] : [`${place}: ${kind} ${verb}`]
}
