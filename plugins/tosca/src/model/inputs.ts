import {asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import type {Faults} from '#faults'
import {textAsWritten} from '#model/basic-types'
import {checkDefinition} from '#model/definitions'
import {isFunction} from '#model/functions'
import {checkKeys, KEYS} from '#model/keys'
import type {Parameter} from '#model/model'
import {checkValue} from '#model/values'
import type {Types} from '#types/types'
import {placeOfKey, placeOfValue} from '#yaml/places'

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
  for (const {name, body} of inputs) {
    checkKeys(body, KEYS.parameter, `input ${name}`, faults)
    checkDefinition(body, `input ${name}`, types, faults)
  }
}

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
