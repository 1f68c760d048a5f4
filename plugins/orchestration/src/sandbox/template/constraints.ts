import {asArray, asText, isObject, type Json} from '@osc-cli/core'
import {matchesPattern} from '@osc-cli/core/sandbox'
import {invalidSchema} from '#sandbox/failures'

/** One condition on the value of a parameter or property. Bounds that are not given are undefined. */
export type Constraint = {description?: string | undefined} & (
  | {kind: 'length' | 'range'; min: number | undefined; max: number | undefined}
  | {kind: 'modulo'; step: number; offset: number}
  | {kind: 'allowed_values'; values: readonly Json[]}
  | {kind: 'allowed_pattern'; pattern: string}
  | {kind: 'custom_constraint'; name: string}
)

/** Why `value` does not satisfy the constraint, in Heat's words; undefined if it does. */
export function violation(constraint: Constraint, value: Json): string | undefined {
  const reason = reasonAgainst(constraint, value)
  return reason === undefined ? undefined : (constraint.description ?? reason)
}

function reasonAgainst(constraint: Constraint, value: Json): string | undefined {
  switch (constraint.kind) {
    case 'length': {
      const length = sizeOf(value)
      return isWithin(length, constraint) ? undefined : `length (${length}) is out of range ${bounds(constraint)}`
    }
    case 'range':
      return isWithin(Number(value), constraint) ? undefined : `${shown(value)} is out of range ${bounds(constraint)}`
    case 'modulo': {
      const {step, offset} = constraint
      const rest = (Number(value) - offset) % step
      return rest === 0 ? undefined : `${shown(value)} is not a multiple of ${step} with an offset of ${offset}`
    }
    case 'allowed_values': {
      const items = Array.isArray(value) ? value : [value]
      const isAllowed = items.every((item) => constraint.values.some((allowed) => shown(allowed) === shown(item)))
      const all = constraint.values.map((allowed) => JSON.stringify(allowed)).join(', ')
      return isAllowed ? undefined : `${JSON.stringify(value)} is not an allowed value [${all}]`
    }
    case 'allowed_pattern':
      // Python's re.match anchors at the beginning; Heat also requires a match up to the end.
      return matchesPattern(shown(value), `^(?:${constraint.pattern})$`)
        ? undefined
        : `"${shown(value)}" does not match pattern "${constraint.pattern}"`
    // Checked where other services can be asked: see other-services.ts.
    case 'custom_constraint':
      return undefined
  }
}

const shown = (value: Json): string => asText(value) ?? String(value)

function sizeOf(value: Json): number {
  if (Array.isArray(value)) return value.length
  return isObject(value) ? Object.keys(value).length : shown(value).length
}

const isWithin = (value: number, {min, max}: {min: number | undefined; max: number | undefined}): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max)

const bounds = ({min, max}: {min: number | undefined; max: number | undefined}): string =>
  `(min: ${min ?? 'None'}, max: ${max ?? 'None'})`

const KINDS = ['length', 'range', 'modulo', 'allowed_values', 'allowed_pattern', 'custom_constraint']

/** Parses one entry of `constraints`; throws Heat's InvalidSchemaError. */
export function readConstraint(entry: Json): Constraint {
  if (!isObject(entry)) throw invalidSchema('Invalid parameter constraints, expected a mapping')
  const unknown = Object.keys(entry).find((key) => key !== 'description' && !KINDS.includes(key))
  if (unknown !== undefined) throw invalidSchema(`Invalid key '${unknown}' for parameter constraints`)
  const description = asText(entry.description)
  const number = (value: Json | undefined) => (value === undefined || value === null ? undefined : Number(value))
  for (const kind of ['length', 'range'] as const) {
    const limits = entry[kind]
    if (limits === undefined) continue
    if (!isObject(limits)) throw invalidSchema(`Invalid ${kind} constraint, expected a mapping`)
    return {kind, min: number(limits.min), max: number(limits.max), description}
  }
  const {modulo, allowed_values: values, allowed_pattern: pattern, custom_constraint: name} = entry
  if (isObject(modulo))
    return {kind: 'modulo', step: Number(modulo.step), offset: Number(modulo.offset ?? 0), description}
  if (values !== undefined) return {kind: 'allowed_values', values: asArray(values), description}
  if (pattern !== undefined) return {kind: 'allowed_pattern', pattern: asText(pattern) ?? '', description}
  if (name !== undefined) return {kind: 'custom_constraint', name: asText(name) ?? '', description}
  throw invalidSchema('No constraint expressed')
}

/** As returned by the API: `{length: {min: 1}}`. */
export function constraintJson(constraint: Constraint): Json {
  const {kind, description} = constraint
  const text = description === undefined ? {} : {description}
  const some = (values: Record<string, number | undefined>) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  if (constraint.kind === 'length' || constraint.kind === 'range')
    return {[kind]: some({min: constraint.min, max: constraint.max}), ...text}
  if (constraint.kind === 'modulo') return {modulo: {step: constraint.step, offset: constraint.offset}, ...text}
  if (constraint.kind === 'allowed_values') return {allowed_values: [...constraint.values], ...text}
  if (constraint.kind === 'allowed_pattern') return {allowed_pattern: constraint.pattern, ...text}
  return {custom_constraint: 'name' in constraint ? constraint.name : '', ...text}
}
