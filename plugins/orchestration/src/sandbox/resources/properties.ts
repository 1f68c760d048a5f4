import {asText, ExactNumber, isObject, type Json, type JsonObject, pythonRepr} from '@osc-cli/core'
import {type Constraint, constraintJson, violation} from '#sandbox/template/constraints'

export type PropertyType = 'string' | 'integer' | 'number' | 'boolean' | 'map' | 'list' | 'any'

export interface PropertySchema {
  type: PropertyType
  description: string
  default?: Json
  required?: boolean
  /** Changed in place; any other property makes an update replace the resource. */
  updatable?: boolean
  /** An update that changes it is refused. */
  immutable?: boolean
  constraints?: readonly Constraint[]
  /** The schemas of a map's keys, or with the single key `*` the schema of a list's items. */
  schema?: Readonly<Record<string, PropertySchema>>
}

export type PropertySchemas = Readonly<Record<string, PropertySchema>>

/** An invalid value of a property; `path` is its place inside the property: `.action_wait_secs.create`. */
export class PropertyError extends Error {
  readonly path: string

  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}

/** Validates values against schemas and returns every property with its value or default, or null. */
export function coerceAll(values: JsonObject, schemas: PropertySchemas, path = ''): JsonObject {
  const unknown = Object.keys(values).find((key) => !Object.hasOwn(schemas, key))
  if (unknown !== undefined) throw new PropertyError(path, `Unknown Property ${unknown}`)
  return Object.fromEntries(
    Object.entries(schemas).map(([key, schema]) => [key, coerceOne(key, values[key], schema, path)]),
  )
}

function coerceOne(key: string, value: Json | undefined, schema: PropertySchema, path: string): Json {
  const here = `${path}.${key}`
  if (value !== undefined && value !== null) return coerce(value, schema, here)
  if (schema.required && value === undefined) throw new PropertyError(path, `Property ${key} not assigned`)
  if (schema.default === undefined) return null
  return schema.default === null ? null : coerce(schema.default, schema, here)
}

function coerce(value: Json, schema: PropertySchema, path: string): Json {
  const result = converted(value, schema, path)
  for (const constraint of schema.constraints ?? []) {
    const reason = violation(constraint, result)
    if (reason !== undefined) throw new PropertyError(path, reason)
  }
  return result
}

function converted(value: Json, {type, schema}: PropertySchema, path: string): Json {
  const refuse = (message: string) => new PropertyError(path, message)
  switch (type) {
    case 'any':
      return value
    case 'string':
      if (typeof value === 'boolean') return value ? 'True' : 'False'
      if (asText(value) === undefined) throw refuse(`Value must be a string; got ${pythonRepr(value)}`)
      return asText(value) ?? ''
    case 'integer':
    case 'number':
      return toNumber(value, type, refuse)
    case 'boolean':
      return toBoolean(value, refuse)
    case 'list':
      if (!Array.isArray(value)) throw refuse(`${pythonRepr(value)} is not a list`)
      return schema?.['*'] === undefined ? value : listOf(value, schema['*'], path)
    case 'map':
      if (typeof value === 'string' && value.trimStart().startsWith('{')) return mapFrom(value, refuse)
      if (!isObject(value)) throw refuse(`"${asText(value) ?? pythonRepr(value)}" is not a map`)
      return schema === undefined || schema['*'] ? value : coerceAll(value, schema, path)
  }
}

const listOf = (items: readonly Json[], schema: PropertySchema, path: string): Json[] =>
  items.map((item, i) => (item === null ? null : coerce(item, schema, `${path}[${i}]`)))

function mapFrom(text: string, refuse: (message: string) => Error): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw refuse(`"${text}" is not a map`)
  }
}

function toNumber(value: Json, type: 'integer' | 'number', refuse: (message: string) => Error): Json {
  if (typeof value === 'number' || value instanceof ExactNumber)
    return type === 'integer' ? Math.trunc(Number(String(value))) : value
  const text = asText(value)
  const number = Number(text)
  if (text === undefined) throw refuse(`Value '${pythonRepr(value)}' is not an integer`)
  if (type === 'integer' && !/^\s*[-+]?\d+\s*$/.test(text)) throw refuse(`Value '${text}' is not an integer`)
  if (text.trim() === '' || !Number.isFinite(number)) throw refuse(`could not convert string to float: '${text}'`)
  return number
}

function toBoolean(value: Json, refuse: (message: string) => Error): boolean {
  if (typeof value === 'boolean') return value
  const text = asText(value)?.toLowerCase()
  if (text === 'true') return true
  if (text === 'false') return false
  throw refuse(`"${asText(value) ?? pythonRepr(value)}" is not a valid boolean`)
}

/** As in `resource type show`. */
export function schemaJson(schema: PropertySchema): JsonObject {
  const {type, description, required = false, updatable = false, immutable = false, constraints} = schema
  return {
    type,
    description,
    ...(schema.default === undefined ? {} : {default: schema.default}),
    ...(schema.schema === undefined ? {} : {schema: schemasJson(schema.schema)}),
    required,
    ...(constraints ? {constraints: constraints.map(constraintJson)} : {}),
    update_allowed: updatable,
    immutable,
  }
}

export const schemasJson = (schemas: PropertySchemas): JsonObject =>
  Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, schemaJson(schema)]))
