import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import type {Translation} from '#hot/resource'
import {limitAsWritten} from '#model/constraints'
import {inputValue, KEY_NAME} from '#model/inputs'
import {sizeIn} from '#model/scalars'
import {basicType} from '#model/values'
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
])

/** The parameters that the inputs become, with the values that were given for them as defaults. */
export function parametersOf(translation: Translation): JsonObject {
  const {template, values} = translation
  const parameters: JsonObject = {}
  for (const {name, body} of template.inputs) {
    const declared = asText(body.type) ?? 'string'
    const type = basicType(declared, template.types) ?? declared
    const preset = presetOf({name, body}, type, translation)
    const heatType = TYPES.get(type) ?? 'json'
    if (preset === undefined && body.required === false)
      translation.notes.push(`Input ${name} is optional, but Heat requires a value for it.`)
    const constraints = asArray(body.constraints).flatMap((each) => {
      const constraint = constraintOf(asObject(each), type, heatType)
      if (constraint) return [constraint]
      const [operator] = Object.keys(asObject(each))
      translation.notes.push(`Input ${name}: ${operator} is left out, Heat does not have it for type ${declared}.`)
      return []
    })
    parameters[name] = {
      type: heatType,
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

/** What a constraint becomes; undefined where Heat has none for that type. */
function constraintOf(constraint: JsonObject, type: string, heatType: string): JsonObject | undefined {
  const [operator = ''] = Object.keys(constraint)
  const value = limitAsWritten(constraint, operator, type)
  const limit = (each: Json | undefined): Json =>
    type === 'scalar-unit.size' ? (gigabytes(each ?? null) ?? null) : (each ?? null)
  // The ends of Heat's ranges belong to them.
  const offset = type === 'float' || type === 'number' ? 0 : 1
  const range = (ends: JsonObject): JsonObject | undefined => (heatType === 'number' ? {range: ends} : undefined)
  const length = (ends: JsonObject): JsonObject | undefined =>
    ['string', 'json'].includes(heatType) ? {length: ends} : undefined
  switch (operator) {
    case 'equal':
      return heatType === 'json' ? undefined : {allowed_values: [limit(value)]}
    case 'valid_values':
      return heatType === 'json' ? undefined : {allowed_values: asArray(value).map(limit)}
    case 'greater_than':
      return range({min: Number(limit(value)) + offset})
    case 'greater_or_equal':
      return range({min: limit(value)})
    case 'less_than':
      return range({max: Number(limit(value)) - offset})
    case 'less_or_equal':
      return range({max: limit(value)})
    case 'in_range': {
      const [min, max] = asArray(value)
      return range({...(min !== 'UNBOUNDED' && {min: limit(min)}), ...(max !== 'UNBOUNDED' && {max: limit(max)})})
    }
    case 'length':
      return length({min: value, max: value})
    case 'min_length':
      return length({min: value})
    case 'max_length':
      return length({max: value})
    case 'pattern':
      return heatType === 'string' ? {allowed_pattern: value} : undefined
    default:
      return undefined
  }
}
