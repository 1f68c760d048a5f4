import type {Json, JsonObject} from '@osc-cli/core'
import type {PlanEnvironment} from '#plan/environment'
import {toJson} from '#plan/json'

/** Whether the value of a parameter is secret, by its name. */
export const isSecret = (name: string): boolean => /password|secret|token|credential|(?:key|keys)$/i.test(name)

/** The values that a plan sets, without its secrets. */
export function shownValues(environment: PlanEnvironment): JsonObject {
  const shown = (key: string, value: unknown): Json => (isSecret(key) ? '***' : toJson(value))
  return Object.fromEntries(
    [...environment.part('parameter_defaults')].map(([key, value]) => [String(key), shown(String(key), value)]),
  )
}
