import {asText, type Json, type JsonObject} from '@osc-cli/core'
import type {Scope, Translation} from '#hot/resource'
import {hotValue} from '#hot/value'
import {callOf} from '#model/functions'
import {inputValue} from '#model/inputs'

/** A single value with inputs replaced by their values; undefined where only Heat knows it. */
export function staticValue(value: Json | undefined, scope: Scope, translation: Translation): Json | undefined {
  const {template, values} = translation
  const translated = callOf(value) ? hotValue(value, scope, translation) : value
  const parameter = asText((translated as JsonObject | null | undefined)?.get_param)
  if (parameter === undefined) return typeof translated === 'object' ? undefined : translated
  const input = template.inputNamed.get(parameter)
  return input && inputValue(input, values)
}
