import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {invalidSchema} from '#sandbox/failures'
import {type Constraint, readConstraint} from '#sandbox/template/constraints'
import type {ParameterSchema, ParameterType, Template} from '#sandbox/template/model'

const HOT_TYPES: readonly ParameterType[] = ['string', 'number', 'comma_delimited_list', 'json', 'boolean']
const CFN_TYPES: Readonly<Record<string, ParameterType>> = {
  String: 'string',
  Number: 'number',
  CommaDelimitedList: 'comma_delimited_list',
  Json: 'json',
}
const HOT_KEYS = ['type', 'description', 'default', 'constraints', 'hidden', 'label', 'immutable', 'tags']

export function readParameters(section: JsonObject, dialect: Template['dialect']): Map<string, ParameterSchema> {
  const read = dialect === 'hot' ? readHot : readCfn
  return new Map(Object.entries(section).map(([name, body]) => [name, read(name, asObject(body))]))
}

function readHot(name: string, body: JsonObject): ParameterSchema {
  const unknown = Object.keys(body).find((key) => !HOT_KEYS.includes(key))
  if (unknown !== undefined) throw invalidSchema(`Invalid key '${unknown}' for parameter (${name})`)
  if (body.type === undefined) throw invalidSchema(`Missing parameter type for parameter: ${name}`)
  const type = HOT_TYPES.find((known) => known === body.type)
  if (type === undefined) throw invalidSchema(`Invalid type (${asText(body.type) ?? ''})`)
  return {
    name,
    type,
    default: body.default,
    hidden: isTrue(body.hidden),
    immutable: isTrue(body.immutable),
    label: asText(body.label),
    description: asText(body.description) ?? '',
    tags: asArray(body.tags),
    constraints: asArray(body.constraints).map(readConstraint),
  }
}

function readCfn(name: string, body: JsonObject): ParameterSchema {
  if (body.Type === undefined) throw invalidSchema(`Missing parameter type for parameter: ${name}`)
  const text = asText(body.Type) ?? ''
  // AWS types such as AWS::EC2::KeyPair::KeyName are names of resources.
  const type = CFN_TYPES[text] ?? (text.startsWith('AWS::') ? 'string' : undefined)
  if (type === undefined) throw invalidSchema(`Invalid type (${text})`)
  return {
    name,
    type,
    default: body.Default,
    hidden: isTrue(body.NoEcho),
    immutable: false,
    label: asText(body.Label),
    description: asText(body.Description) ?? '',
    tags: [],
    constraints: cfnConstraints(body),
  }
}

function cfnConstraints(body: JsonObject): Constraint[] {
  const description = asText(body.ConstraintDescription)
  const number = (value: Json | undefined) => (value === undefined ? undefined : Number(value))
  const has = (...keys: string[]) => keys.some((key) => body[key] !== undefined)
  const found: Constraint[] = []
  if (has('MinLength', 'MaxLength'))
    found.push({kind: 'length', min: number(body.MinLength), max: number(body.MaxLength), description})
  if (has('MinValue', 'MaxValue'))
    found.push({kind: 'range', min: number(body.MinValue), max: number(body.MaxValue), description})
  if (has('AllowedValues')) found.push({kind: 'allowed_values', values: asArray(body.AllowedValues), description})
  if (has('AllowedPattern'))
    found.push({kind: 'allowed_pattern', pattern: asText(body.AllowedPattern) ?? '', description})
  return found
}

const isTrue = (value: Json | undefined): boolean =>
  value === true || (typeof value === 'string' && ['true', 'yes', 'on', '1', 't', 'y'].includes(value.toLowerCase()))

/** The types in the response of `validate`, in CFN's names: `CommaDelimitedList`. */
export const cfnTypeOf = (type: ParameterType): string =>
  type === 'boolean' ? 'Boolean' : (Object.keys(CFN_TYPES).find((name) => CFN_TYPES[name] === type) ?? 'String')
