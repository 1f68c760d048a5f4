import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import type {Translation} from '#hot/resource'
import {inputValue, KEY_NAME} from '#model/inputs'
import {sizeIn} from '#model/scalars'
import {placeOfKey, placeOfValue} from '#yaml/places'

const TYPES = new Map([
  ['string', 'string'],
  ['integer', 'number'],
  ['float', 'number'],
  ['number', 'number'],
  ['boolean', 'boolean'],
  ['timestamp', 'string'],
  ['version', 'string'],
  ['null', 'string'],
  ['scalar-unit.size', 'number'],
  ['scalar-unit.time', 'string'],
  ['scalar-unit.frequency', 'string'],
  ['scalar-unit.bitrate', 'string'],
  ['PortDef', 'number'],
  ['tosca.datatypes.network.PortDef', 'number'],
])

/** The parameters that the inputs become, with the values that were given for them as defaults. */
export function parametersOf(translation: Translation): JsonObject {
  const {template, values} = translation
  const parameters: JsonObject = {}
  for (const {name, body} of template.inputs) {
    const type = asText(body.type) ?? 'string'
    const preset = presetOf({name, body}, type, translation)
    const constraints = asArray(body.constraints).map((each) => constraintOf(asObject(each), type))
    parameters[name] = {
      type: TYPES.get(type) ?? 'json',
      ...descriptionOf(body),
      ...(preset !== undefined && {default: preset}),
      ...(constraints.length > 0 && {constraints}),
    }
  }
  const key = values[KEY_NAME]
  if (key !== undefined && parameters[KEY_NAME] === undefined) parameters[KEY_NAME] = {type: 'string', default: key}
  return parameters
}

/** A folded description ends with a line break, which means nothing. */
export function descriptionOf(body: JsonObject): JsonObject {
  const description = asText(body.description)?.trim()
  return description ? {description} : {}
}

function presetOf(input: {name: string; body: JsonObject}, type: string, translation: Translation): Json | undefined {
  const {values, faults, template} = translation
  const value = inputValue(input, values)
  if (value === undefined || value === null || type !== 'scalar-unit.size') return value ?? undefined
  const size = gigabytes(value)
  if (size) return size
  const isGiven = values[input.name] !== undefined
  const place = isGiven ? placeOfKey(template.topology.inputs, input.name) : placeOfValue(input.body, 'default')
  faults.add(place, `input ${input.name}: a size must be more than 0`)
  return undefined
}

/** Heat and Cinder count whole GiB. */
export function gigabytes(value: Json): number | undefined {
  const size = sizeIn('GiB', value)
  return size === undefined ? undefined : Math.ceil(size)
}

const OFFSET = 1

function constraintOf(constraint: JsonObject, type: string): JsonObject {
  const [[operator, value = null] = ['', null]] = Object.entries(constraint)
  const limit = (each: Json | undefined): Json =>
    type === 'scalar-unit.size' ? (gigabytes(each ?? null) ?? null) : (each ?? null)
  switch (operator) {
    case 'equal':
      return {allowed_values: [limit(value)]}
    case 'valid_values':
      return {allowed_values: asArray(value).map(limit)}
    case 'greater_than':
      return {range: {min: Number(limit(value)) + OFFSET}}
    case 'greater_or_equal':
      return {range: {min: limit(value)}}
    case 'less_than':
      return {range: {max: Number(limit(value)) - OFFSET}}
    case 'less_or_equal':
      return {range: {max: limit(value)}}
    case 'in_range': {
      const [min, max] = asArray(value)
      return {range: {min: limit(min), ...(max !== 'UNBOUNDED' && {max: limit(max)})}}
    }
    case 'length':
      return {length: {min: value, max: value}}
    case 'min_length':
      return {length: {min: value}}
    case 'max_length':
      return {length: {max: value}}
    default:
      return {allowed_pattern: value}
  }
}
