import type {Json, JsonObject} from '@osc-cli/core'
import {conditionsOf} from '#sandbox/engine/conditions'
import type {View} from '#sandbox/engine/view'
import {resolve} from '#sandbox/template/functions'
import type {OutputDefinition} from '#sandbox/template/model'

export interface Output {
  key: string
  description: string
  value: Json
  /** Why there is no value. */
  error: string | undefined
}

/** The outputs whose condition is true. */
export function definedOutputs({template, scope}: View): [string, OutputDefinition][] {
  const conditions = conditionsOf(template, scope)
  return [...template.outputs].filter(([key, {condition}]) => conditions.holds(condition, `outputs.${key}.condition`))
}

export function outputOf({scope}: View, key: string, {description, value}: OutputDefinition): Output {
  const known = {key, description: description ?? 'No description given'}
  try {
    return {...known, value: resolve(value, scope), error: undefined}
  } catch (error) {
    return {...known, value: null, error: error instanceof Error ? error.message : String(error)}
  }
}

/** The values of all outputs, by key. */
export const outputsOf = (view: View): JsonObject =>
  Object.fromEntries(definedOutputs(view).map(([key, output]) => [key, outputOf(view, key, output).value]))
