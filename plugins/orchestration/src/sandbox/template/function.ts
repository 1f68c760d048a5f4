import {asText, ExactNumber, isObject, type Json} from '@osc-cli/core'
import {pythonJson} from '#format/python-json'
import type {Scope} from '#sandbox/template/scope'

/** A call of a function. `resolve` resolves functions nested in its arguments. */
export interface FunctionCall {
  name: string
  args: Json
  scope: Scope
  resolve(value: Json): Json
}

export interface HeatFunction {
  /** One sentence for `template_versions/VERSION/functions`. */
  description: string
  /** HOT versions that have it. */
  hot?: {since: string; until?: string}
  /** The last CFN version that has it. */
  cfn?: string
  /** Throws a ShapeError if the arguments do not have the required form. */
  check?(name: string, args: Json): void
  run(call: FunctionCall): Json
  /** The resources that its arguments name. */
  refersTo?(args: Json, scope: Scope): readonly string[]
  /** For conditions: the branch that is taken. */
  taken?(call: FunctionCall): Json
}

export type FunctionTable = Readonly<Record<string, HeatFunction>>

/** A value inside a text: Python's str() for plain values, JSON for the others; nothing for null. */
export function asPart(value: Json): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return asText(value) ?? pythonJson(value)
}

/** Follows keys and indices; undefined if they do not exist. */
export function follow(value: Json | undefined, path: readonly Json[]): Json | undefined {
  return path.reduce<Json | undefined>((part, key) => {
    if (Array.isArray(part)) return part[Number(asText(key) ?? Number.NaN)]
    return isObject(part) ? part[asText(key) ?? ''] : undefined
  }, value)
}

export const isEqual = (a: Json, b: Json): boolean => canonical(a) === canonical(b)

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (value instanceof ExactNumber) return String(Number(value.source))
  if (!isObject(value)) return JSON.stringify(value)
  const keys = Object.keys(value).toSorted()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join()}}`
}
