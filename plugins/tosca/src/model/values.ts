import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import type {Faults} from '#faults'
import {BASIC, basicProblem, textAsWritten} from '#model/basic-types'
import {constraintProblem} from '#model/constraints'
import {isFunction, misspeltFunction} from '#model/functions'
import {Matcher} from '#model/patterns'
import type {Type, Types} from '#types/types'
import {placeOfKey, placeOfValue} from '#yaml/places'

type Report = Faults['add']

interface Checking {
  types: Types
  report: Report
}

/** Where a value stands: in this container under this key, called this in messages. */
interface Spot {
  holder: unknown
  key: string | number
  what: string
}

/** Checks a value against a definition (`type`, `entry_schema`, `constraints`). Functions are checked elsewhere. */
export function checkValue(value: Json, schema: JsonObject, spot: Spot, context: Checking): void {
  if (value === null || isFunction(value)) return
  const type = asText(schema.type) ?? 'string'
  const problem = basicProblem(value, type)
  const place = placeOfValue(spot.holder, spot.key)
  if (problem !== undefined) {
    context.report(place, `${spot.what}: ${problem}`, misspeltFunction(value))
    return
  }
  if (type === 'list' || type === 'map') checkEntries(value, schema, spot, context)
  else checkDataType(value, type, spot, context)
  const basic = basicType(type, context.types) ?? type
  for (const constraint of asArray(schema.constraints).map(asObject)) {
    const broken = constraintProblem(textAsWritten(value, basic, spot), constraint, basic, matcherOf(context.types))
    if (broken !== undefined) context.report(place, `${spot.what}: ${broken}`)
  }
}

const matchers = new WeakMap<Types, Matcher>()

/** The matcher of the template that has these types. */
function matcherOf(types: Types): Matcher {
  const matcher = matchers.get(types) ?? new Matcher()
  matchers.set(types, matcher)
  return matcher
}

/** The basic type that a type is or narrows; undefined for types with properties. */
export function basicType(name: string, types: Types): string | undefined {
  if (BASIC.has(name)) return name
  const type = types.find('data', name)
  const bases = type ? types.chain(type).map(baseOf) : []
  return bases.find((base) => base !== undefined)
}

/** The basic type that a data type names itself. */
const baseOf = ({body}: Type): string | undefined =>
  asText(body.type) ?? (BASIC.has(asText(body.derived_from) ?? '') ? asText(body.derived_from) : undefined)

/** Assigned values, as texts where the type says so, and then the defaults of what is not assigned. */
export function withDefaults(values: JsonObject, schemas: JsonObject): JsonObject {
  const result: JsonObject = {}
  for (const [name, value] of Object.entries(values)) {
    const type = asText(schemaOf(schemas[name]).type) ?? ''
    const isPlain = typeof value === 'number' || typeof value === 'boolean'
    result[name] = isPlain ? textAsWritten(value, type, {holder: values, key: name}) : value
  }
  for (const [name, schema] of Object.entries(schemas)) {
    const preset = schemaOf(schema).default
    if (preset !== undefined && result[name] === undefined) result[name] = preset
  }
  return result
}

function checkEntries(value: Json, schema: JsonObject, spot: Spot, context: Checking): void {
  const [entry, keys] = [schemaOf(schema.entry_schema), schemaOf(schema.key_schema)]
  for (const [index, each] of asArray(value).entries()) {
    const what = `${spot.what}, entry ${index + 1}`
    if (entry.type !== undefined) checkValue(each, entry, {holder: value, key: index, what}, context)
  }
  for (const [key, each] of Object.entries(asObject(value))) {
    const report: Report = (_, message) => context.report(placeOfKey(value, key), message)
    if (keys.type !== undefined)
      checkValue(key, keys, {holder: {}, key, what: `key of ${spot.what}`}, {...context, report})
    if (entry.type !== undefined)
      checkValue(each ?? null, entry, {holder: value, key, what: `${spot.what}, entry ${key}`}, context)
  }
}

function checkDataType(value: Json, name: string, spot: Spot, context: Checking): void {
  if (BASIC.has(name)) return
  const {types} = context
  const place = placeOfValue(spot.holder, spot.key)
  const type = types.find('data', name)
  if (type === undefined) {
    context.report(place, `${spot.what}: type ${name} is not defined`)
    return
  }
  const properties = types.section(type, 'properties')
  if (Object.keys(properties).length === 0) {
    const base = basicType(name, types)
    if (base !== undefined) checkValue(value, {...schemasOf(type, types), type: base}, spot, context)
  } else if (isObject(value)) checkProperties(value, properties, spot, context)
  else context.report(place, `${spot.what}: ${name} must be a mapping`, misspeltFunction(value))
}

/** The constraints of a data type and of those that it derives from, and the nearest schemas of its entries. */
function schemasOf(type: Type, types: Types): JsonObject {
  const bodies = types.chain(type).map(({body}) => body)
  return {
    constraints: bodies.flatMap(({constraints}) => asArray(constraints)),
    entry_schema: bodies.find((body) => body.entry_schema !== undefined)?.entry_schema,
    key_schema: bodies.find((body) => body.key_schema !== undefined)?.key_schema,
  }
}

/** Checks a mapping of properties: unknown ones, missing ones, and each value. */
export function checkProperties(values: JsonObject, schemas: JsonObject, spot: Spot, context: Checking): void {
  for (const [name, value] of Object.entries(values)) {
    const schema = schemas[name]
    if (schema === undefined)
      context.report(placeOfValue(values, name), `${spot.what} has no property ${name}`, {
        name,
        known: () => Object.keys(schemas),
      })
    else
      checkValue(
        value ?? null,
        schemaOf(schema),
        {holder: values, key: name, what: `property ${name} of ${spot.what}`},
        context,
      )
  }
  for (const name of missingProperties(values, schemas))
    context.report(placeOfKey(spot.holder, spot.key), `${spot.what} requires property ${name}`)
}

/** The names of properties that must be assigned, and are not. */
export const missingProperties = (values: JsonObject, schemas: JsonObject): string[] =>
  Object.keys(schemas).filter((name) => {
    const {required, default: preset} = schemaOf(schemas[name])
    return required !== false && preset === undefined && values[name] === undefined
  })

/** A definition, also in its short form, which is only a type. */
export const schemaOf = (schema: Json | undefined): JsonObject =>
  typeof schema === 'string' ? {type: schema} : asObject(schema)
