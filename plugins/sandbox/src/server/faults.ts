import {UsageError} from '@osc-cli/core'
import type {Faults} from '@osc-cli/core/sandbox'

/** What replaces an answer, or damages it. */
export type Fault = {kind: 'status'; status: number} | {kind: 'reset' | 'truncate' | 'silence'}

interface Rule {
  text: string
  fault: Fault
  /** How many more times it happens. */
  left: number
  method: string | undefined
  path: RegExp
}

/** The faults of a sandbox, and which of them is due. */
export interface DueFaults extends Faults {
  /** The fault for this request, counted; the rule given first wins. */
  take(method: string, path: string): Fault | undefined
}

export function createFaults(rules: readonly string[] = []): DueFaults {
  let active = rules.map(parseRule)
  return {
    add: (rule) => void active.push(parseRule(rule)),
    clear() {
      active = []
    },
    rules: () => active.map(({text}) => text),
    take(method, path) {
      const rule = active.find((each) => (each.method ?? method) === method && each.path.test(path))
      if (!rule) return undefined
      rule.left -= 1
      if (rule.left <= 0) active = active.filter((each) => each !== rule)
      return rule.fault
    },
  }
}

const RULE = /^(?<fault>\d{3}|reset|truncate|silence)(?::(?<count>\d+))?(?:@(?:(?<method>[A-Z]+) )?(?<path>\/\S*))?$/

function parseRule(text: string): Rule {
  const {fault = '', count, method, path = '/*'} = RULE.exec(text)?.groups ?? {}
  const status = Number(fault)
  const isStatus = status >= 400 && status <= 599
  const isKind = fault === 'reset' || fault === 'truncate' || fault === 'silence'
  if ((!isStatus && !isKind) || count === '0') {
    throw new UsageError(`'${text}' is not a valid fault.`, {
      hint: "Write STATUS, reset, truncate or silence, then :COUNT, then @PATH or '@METHOD PATH', as in '503:2@GET /identity/*'.",
    })
  }
  return {
    text,
    fault: isKind ? {kind: fault} : {kind: 'status', status},
    left: count === undefined ? Number.POSITIVE_INFINITY : Number(count),
    method,
    path: new RegExp(`^${path.split('*').map(escapePattern).join('.*')}$`),
  }
}

const escapePattern = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
