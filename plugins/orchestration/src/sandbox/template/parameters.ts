import {asArray, asText, ExactNumber, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {invalidStack, missingParameter, unknownParameter} from '#sandbox/failures'
import {violation} from '#sandbox/template/constraints'
import type {ParameterSchema, Template} from '#sandbox/template/model'

export interface Identity {
  id: string
  name: string
  projectId: string
}

/** The values of a stack's parameters. */
export interface Parameters {
  /** Undefined if the template does not have the parameter; throws UserParameterMissing if it has no value. */
  get(name: string): Json | undefined
  has(name: string): boolean
  /** As in `stack show`: texts, hidden ones masked, pseudo parameters first. */
  shown(): JsonObject
  /** Throws Heat's error for the first missing, unknown or invalid value. */
  validate(strict?: boolean): void
}

const PSEUDO = ['OS::stack_id', 'OS::project_id', 'OS::stack_name']
const CFN_PSEUDO = ['AWS::StackId', 'AWS::Region', 'AWS::StackName']

export function createParameters(
  {parameters: schemas, dialect}: Template,
  given: JsonObject,
  defaults: JsonObject,
  {id, name, projectId}: Identity,
): Parameters {
  const isHot = dialect === 'hot'
  const arn = `arn:openstack:heat::${projectId}:stacks/${name}/${id}`
  const pseudo = new Map<string, Json>(
    isHot
      ? PSEUDO.map((key, i) => [key, [id, projectId, name][i] ?? null])
      : CFN_PSEUDO.map((key, i) => [key, [arn, 'ap-southeast-1', name][i] ?? null]),
  )
  const valueFor = (schema: ParameterSchema): Json => {
    const raw = [given[schema.name], defaults[schema.name], schema.default].find((value) => value !== undefined)
    if (raw === undefined) throw missingParameter(schema.name)
    return parseValue(schema, raw)
  }
  const check = (schema: ParameterSchema): void => {
    const value = valueFor(schema)
    const reason = schema.constraints.map((constraint) => violation(constraint, value)).find(Boolean)
    if (reason) throw invalidStack(`Parameter '${schema.name}' is invalid: ${reason}`)
  }
  return {
    get(key) {
      const schema = schemas.get(key)
      return schema ? valueFor(schema) : pseudo.get(key)
    },
    has: (key) => schemas.has(key) || pseudo.has(key),
    shown() {
      const own = [...schemas.values()].map((schema): [string, Json] => [schema.name, shownValue(schema, valueFor)])
      return Object.fromEntries([...[...pseudo].map(([key, value]): [string, Json] => [key, value]), ...own])
    },
    validate(strict = true) {
      const unknown = Object.keys(given).find((key) => !schemas.has(key) && !pseudo.has(key))
      if (strict && unknown !== undefined) throw unknownParameter(unknown)
      for (const schema of schemas.values()) check(schema)
    },
  }
}

function shownValue(schema: ParameterSchema, valueFor: (schema: ParameterSchema) => Json): string {
  if (schema.hidden) return '******'
  const value = valueFor(schema)
  if (schema.type === 'comma_delimited_list') return asArray(value).map(plainText).join(',')
  return schema.type === 'boolean' ? (value === true ? 'True' : 'False') : plainText(value)
}

const plainText = (value: Json): string => asText(value) ?? JSON.stringify(value)

/** Converts a sent value to the type of its parameter. */
export function parseValue(schema: ParameterSchema, raw: Json): Json {
  const invalid = (reason: string) => invalidStack(`Parameter '${schema.name}' is invalid: ${reason}`)
  switch (schema.type) {
    case 'string':
      if (raw === null) return ''
      return typeof raw === 'boolean' ? (raw ? 'True' : 'False') : plainText(raw)
    case 'number': {
      if (typeof raw === 'number' || raw instanceof ExactNumber) return raw
      const text = asText(raw) ?? String(raw)
      if (text.trim() === '' || !Number.isFinite(Number(text))) {
        throw invalid(`could not convert string to float: '${text}'`)
      }
      return Number(text)
    }
    case 'comma_delimited_list':
      if (Array.isArray(raw)) return raw
      if (typeof raw !== 'string') throw invalid(`Value must be a comma-delimited list string: ${plainText(raw)}`)
      return raw === '' ? [] : raw.split(',').map((item) => item.trim())
    case 'json':
      if (isObject(raw) || Array.isArray(raw)) return raw
      return parseJsonText(plainText(raw), invalid)
    case 'boolean':
      return parseBoolean(raw, invalid)
  }
}

function parseJsonText(text: string, invalid: (reason: string) => Error): Json {
  if (text === '') return {}
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch (error) {
    throw invalid(`Value must be valid JSON: ${error instanceof Error ? error.message : error}`)
  }
  if (isObject(value) || Array.isArray(value)) return value
  throw invalid('Value must be valid JSON')
}

const YES = ['t', 'true', 'on', 'y', 'yes', '1']
const NO = ['f', 'false', 'off', 'n', 'no', '0']

function parseBoolean(raw: Json, invalid: (reason: string) => Error): boolean {
  const text = (typeof raw === 'boolean' ? String(raw) : (asText(raw) ?? '')).trim().toLowerCase()
  if (YES.includes(text)) return true
  if (NO.includes(text)) return false
  const choices = [...NO, ...YES].toSorted().map((word) => `'${word}'`)
  throw invalid(`Unrecognized value '${text}', acceptable values are: ${choices.join(', ')}`)
}
