import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import type {Faults} from '#faults'
import {isFunction} from '#model/functions'
import type {Parameter} from '#model/model'
import {shownText} from '#model/shown'
import {BASIC, checkValue, textAsWritten} from '#model/values'
import type {Types} from '#types/types'
import {type Place, placeOfKey, placeOfValue} from '#yaml/places'

/** An input that is not declared, but that everybody may give: the key pair of servers. */
export const KEY_NAME = 'key_name'

/** Checks the defaults of inputs and the values that were given for them; `holder` is the mapping that has the inputs. */
export function checkParameters(
  inputs: readonly Parameter[],
  holder: Json | undefined,
  types: Types,
  values: Readonly<Record<string, string>>,
  faults: Faults,
): void {
  const report = faults.add.bind(faults)
  for (const {name, body} of inputs) {
    const type = asText(body.type) ?? 'string'
    const what = `input ${name}`
    if (isFunction(body.default)) report(placeOfValue(body, 'default'), `default of ${what} must not be a function`)
    else if (body.default !== undefined)
      checkValue(body.default, body, {holder: body, key: 'default', what: `default of ${what}`}, {types, report})
    const given = values[name]
    if (given === undefined) continue
    const place = placeOfKey(holder, name)
    const value = fromText(given, type)
    checkValue(value, body, {holder: {}, key: name, what}, {types, report: (_, message) => faults.add(place, message)})
  }
  for (const {name, body} of inputs) checkDefinition(body, `input ${name}`, types, faults)
}

/** Types and constraints of an input that TOSCA does not have. */
function checkDefinition(body: JsonObject, what: string, types: Types, faults: Faults): void {
  const {type, constraints, entry_schema: entry} = body
  if (type !== undefined) checkType(type, placeOfValue(body, 'type'), what, types, faults)
  const entryType = isObject(entry) ? entry.type : entry
  const entryPlace = isObject(entry) ? placeOfValue(entry, 'type') : placeOfValue(body, 'entry_schema')
  if (entryType !== undefined) checkType(entryType, entryPlace, `entries of ${what}`, types, faults)
  if (constraints && !Array.isArray(constraints))
    faults.add(placeOfValue(body, 'constraints'), `${what}: constraints must be a list`)
  for (const [index, constraint] of asArray(constraints).entries())
    for (const key of Object.keys(asObject(constraint)))
      if (!OPERATORS.has(key)) faults.add(placeOfValue(constraints, index), `${what}: unknown constraint ${key}`)
}

function checkType(type: Json, place: Place, what: string, types: Types, faults: Faults): void {
  const name = shownText(type)
  if (!BASIC.has(name) && !types.find('data', name)) faults.add(place, `${what}: type ${name} is not defined`)
}

const OPERATORS = new Set([
  'equal',
  'greater_than',
  'greater_or_equal',
  'less_than',
  'less_or_equal',
  'in_range',
  'valid_values',
  'length',
  'min_length',
  'max_length',
  'pattern',
  'schema',
])

/** The names among values that are not inputs. */
export const unknownInputs = (inputs: readonly Parameter[], values: Readonly<Record<string, string>>): string[] =>
  Object.keys(values).filter((name) => name !== KEY_NAME && !inputs.some((input) => input.name === name))

/** A value from the command line, which is a text, as the type of its input says. */
export function fromText(text: string, type: string): Json {
  if (/^(?:integer|float|number|tosca\.datatypes\.network\.PortDef|PortDef)$/.test(type))
    return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
  if (type === 'boolean') return /^(?:true|yes|on)$/i.test(text) || (/^(?:false|no|off)$/i.test(text) ? false : text)
  if (type === 'string' || type === 'version' || type === 'timestamp' || type.startsWith('scalar-unit.')) return text
  const value = fromJson(text)
  return type === 'list' && !Array.isArray(value) && !isObject(value)
    ? text.split(',').map((item) => item.trim())
    : value
}

/** A text that is not JSON stays a text. */
function fromJson(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

/** The value of an input: the given one, else its default; undefined when there is none. */
export function inputValue(input: Parameter, values: Readonly<Record<string, string>>): Json | undefined {
  const given = values[input.name]
  const {default: preset}: JsonObject = input.body
  const type = asText(input.body.type) ?? 'string'
  if (given !== undefined) return fromText(given, type)
  if (preset === undefined || preset === null) return undefined
  return textAsWritten(preset, type, {holder: input.body, key: 'default'})
}
