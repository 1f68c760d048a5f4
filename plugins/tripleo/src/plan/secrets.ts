import {asObject, isObject, type Json, type JsonObject} from '@osc-cli/core'
import type {PlanEnvironment} from '#plan/environment'
import {toJson} from '#plan/json'

/** Whether the value of a parameter is secret, by its name. */
export const isSecret = (name: string): boolean => /password|secret|token|credential|tempurl|(?:key|keys)$/i.test(name)

/** Whether the value of a parameter is secret: by its name, as a password of the plan, or as one of the `hidden` ones. */
export function secretsOf(environment: PlanEnvironment, hidden: Iterable<string> = []): (name: string) => boolean {
  const names = new Set([...[...environment.part('passwords').keys()].map(String), ...hidden])
  return (name) => names.has(name) || isSecret(name)
}

/** A value without what is secret by its key, at any depth. */
export function masked(value: Json, secret: (name: string) => boolean = isSecret): Json {
  if (Array.isArray(value)) return value.map((item) => masked(item, secret))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item = null]) => [key, secret(key) ? '***' : masked(item, secret)]),
  )
}

/** The values that a plan sets, without its secrets. */
export const shownValues = (environment: PlanEnvironment): JsonObject =>
  asObject(masked(toJson(environment.part('parameter_defaults')), secretsOf(environment)))
