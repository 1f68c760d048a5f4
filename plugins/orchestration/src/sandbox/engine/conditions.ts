import type {Json} from '@osc-cli/core'
import {invalidStack} from '#sandbox/failures'
import {checkFunctions} from '#sandbox/template/check'
import {conditionOf} from '#sandbox/template/condition-functions'
import {resolve} from '#sandbox/template/functions'
import type {Template} from '#sandbox/template/model'
import type {Scope} from '#sandbox/template/scope'

export interface Conditions {
  (name: string): boolean
  /** Whether a resource or output with this condition exists; `where` is its place, for errors. */
  holds(condition: Json | undefined, where: string): boolean
}

/** The conditions of a template, each evaluated once, when it is needed. */
export function conditionsOf({conditions}: Template, scope: Scope): Conditions {
  const decided = new Map<string, boolean | 'open'>()
  const decide = (name: string, where: string): boolean => {
    const known = decided.get(name)
    if (known === 'open') throw invalidStack(`Circular definition for condition "${name}"`)
    if (known !== undefined) return known
    const value = conditions[name]
    if (value === undefined) throw invalidStack(`${where}: : Invalid condition "${name}"`)
    decided.set(name, 'open')
    checkFunctions(value, `conditions.${name}`, scope)
    const result = evaluate(value, scope)
    decided.set(name, result)
    return result
  }
  const evaluate = (value: Json, within: Scope): boolean =>
    conditionOf(value, {name: 'conditions', args: value, scope: within, resolve: (part) => resolve(part, within)})
  const holds = (condition: Json | undefined, where: string): boolean => {
    if (condition === undefined || condition === null) return true
    return typeof condition === 'string' ? decide(condition, where) : evaluate(condition, scope)
  }
  return Object.assign((name: string) => decide(name, 'conditions'), {holds})
}
