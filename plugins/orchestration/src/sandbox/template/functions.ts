import {isObject, type Json, type JsonObject} from '@osc-cli/core'
import {createStepCounter, limited} from '#sandbox/limits'
import {CFN_FUNCTIONS} from '#sandbox/template/cfn-functions'
import {CONDITION_FUNCTIONS} from '#sandbox/template/condition-functions'
import type {FunctionTable, HeatFunction} from '#sandbox/template/function'
import {LIST_FUNCTIONS} from '#sandbox/template/list-functions'
import type {Template} from '#sandbox/template/model'
import {REFERENCE_FUNCTIONS} from '#sandbox/template/reference-functions'
import type {Scope} from '#sandbox/template/scope'
import {TEXT_FUNCTIONS} from '#sandbox/template/text-functions'

/** All functions of all versions. */
export const FUNCTIONS: FunctionTable = {
  ...REFERENCE_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...LIST_FUNCTIONS,
  ...CONDITION_FUNCTIONS,
  ...CFN_FUNCTIONS,
}

/** Whether a template of this version has the function. */
export function isKnown({hot, cfn}: HeatFunction, {dialect, version}: Pick<Template, 'dialect' | 'version'>): boolean {
  if (dialect === 'cfn') return cfn !== undefined && version <= cfn
  return hot !== undefined && version >= hot.since && version <= (hot.until ?? version)
}

/** The function that a mapping calls: a single key that this version knows. */
export function callOf(value: Json, template: Pick<Template, 'dialect' | 'version'>): [string, Json] | undefined {
  if (!isObject(value)) return undefined
  const keys = Object.keys(value)
  const [name] = keys
  if (keys.length !== 1 || name === undefined) return undefined
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  return known && isKnown(known, template) ? [name, value[name] ?? null] : undefined
}

/** A value with all its functions resolved. Throws when they take too many steps, or when a result is too large. */
export function resolve(value: Json, scope: Scope, step = createStepCounter()): Json {
  step()
  const inner = (part: Json | undefined) => resolve(part ?? null, scope, step)
  const call = callOf(value, scope.template)
  if (call) {
    const [name, args] = call
    return limited(name, FUNCTIONS[name]?.run({name, args, scope, resolve: inner}) ?? null)
  }
  if (Array.isArray(value)) return value.map(inner)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inner(part)]))
}

/** The resources that a value refers to, in order of first appearance; branches not taken are ignored. */
export function referencesIn(value: Json | undefined, scope: Scope): string[] {
  const found = new Set<string>()
  const walk = (part: Json | undefined): void => {
    if (part === undefined) return
    const call = callOf(part, scope.template)
    if (call) {
      const [name, args] = call
      const fn = FUNCTIONS[name]
      for (const target of fn?.refersTo?.(args, scope) ?? []) found.add(target)
      walk(fn?.taken ? fn.taken({name, args, scope, resolve: (inner) => resolve(inner, scope)}) : args)
    } else if (Array.isArray(part)) part.forEach(walk)
    else if (isObject(part)) Object.values(part).forEach(walk)
  }
  walk(value)
  return [...found]
}

/** An object without the keys whose value is undefined. */
export const given = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null && part !== undefined))
