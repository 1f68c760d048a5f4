import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {invalidRequest, invalidStack} from '#sandbox/failures'
import type {Definition, OutputDefinition, Template} from '#sandbox/template/model'
import {readParameters} from '#sandbox/template/read-parameters'
import {versionOf} from '#sandbox/template/versions'
import {parseJson} from '#template/json-document'
import {toJson} from '#template/tree'
import {parseYaml} from '#template/yaml'

/** The value of a text or an object in a request: JSON or YAML with an object at the top. 400 for anything else. */
export async function readDocument(content: Json, where = '[root stack]'): Promise<JsonObject> {
  if (isObject(content)) return content
  const text = asText(content) ?? ''
  const source = {url: where, text}
  try {
    const value = toJson(text.trimStart().startsWith('{') ? parseJson(source) : await parseYaml(source))
    if (isObject(value)) return value
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw invalidRequest(`Template not in valid format: Error parsing template ${reason}`)
  }
  throw invalidRequest('Template not in valid format: Template format version not found.')
}

const HOT_SECTIONS = ['description', 'parameter_groups', 'parameters', 'resources', 'outputs', 'conditions']
const CFN_SECTIONS = ['Description', 'Parameters', 'ParameterGroups', 'Mappings', 'Resources', 'Outputs', 'Conditions']

/** Parses a template of any version; throws Heat's error if it is not a template. */
export function readTemplate(raw: JsonObject): Template {
  const {key, version, dialect} = versionOf(raw)
  const known = dialect === 'hot' ? HOT_SECTIONS : CFN_SECTIONS
  const unknown = Object.keys(raw).find((section) => section !== key && !known.includes(section))
  if (unknown !== undefined) throw invalidStack(`The template section is invalid: ${unknown}`)
  const section = (hot: string, cfn: string) => raw[dialect === 'hot' ? hot : cfn]
  return {
    dialect,
    version,
    raw,
    description: asText(section('description', 'Description')) ?? 'No description',
    parameters: readParameters(asObject(section('parameters', 'Parameters')), dialect),
    parameterGroups: asArray(section('parameter_groups', 'ParameterGroups')),
    mappings: dialect === 'cfn' ? asObject(raw.Mappings) : {},
    conditions: asObject(section('conditions', 'Conditions')),
    resources: readResources(section('resources', 'Resources'), dialect),
    outputs: readOutputs(asObject(section('outputs', 'Outputs')), dialect),
  }
}

const HOT_KEYS = {
  type: 'type',
  properties: 'properties',
  metadata: 'metadata',
  dependsOn: 'depends_on',
  deletionPolicy: 'deletion_policy',
  updatePolicy: 'update_policy',
  condition: 'condition',
  description: 'description',
  externalId: 'external_id',
}
const CFN_KEYS: typeof HOT_KEYS = {
  type: 'Type',
  properties: 'Properties',
  metadata: 'Metadata',
  dependsOn: 'DependsOn',
  deletionPolicy: 'DeletionPolicy',
  updatePolicy: 'UpdatePolicy',
  condition: 'Condition',
  description: 'Description',
  externalId: 'ExternalId',
}

function readResources(section: Json | undefined, dialect: Template['dialect']): Map<string, Definition> {
  const keys = dialect === 'hot' ? HOT_KEYS : CFN_KEYS
  const name = dialect === 'hot' ? 'resources' : 'Resources'
  if (section === undefined || section === null) return new Map()
  if (!isObject(section))
    throw invalidStack(`"${name}" must contain a map of resource maps. Found a [${section}] instead`)
  return new Map(
    Object.entries(section).map(([id, body]) => {
      if (!isObject(body))
        throw invalidStack(`"${name}" must contain a map of resource maps. Found a [${pythonType(body)}] instead`)
      return [id, readResource(id, body, keys)]
    }),
  )
}

const pythonType = (value: Json | undefined): string => {
  if (value === null || value === undefined) return "<class 'NoneType'>"
  if (Array.isArray(value)) return "<class 'list'>"
  return `<class '${{string: 'str', boolean: 'bool'}[typeof value as string] ?? 'int'}'>`
}

function readResource(name: string, body: JsonObject, keys: typeof HOT_KEYS): Definition {
  const unknown = Object.keys(body).find((key) => !Object.values(keys).includes(key))
  if (unknown !== undefined) throw invalidStack(`"${unknown}" is not a valid keyword inside a resource definition`)
  const type = body[keys.type]
  if (type === undefined) throw invalidStack(`Each resource must contain a ${keys.type} key.`)
  if (typeof type !== 'string') throw invalidStack(`Resource ${name} type type must be string`)
  const properties = body[keys.properties] ?? {}
  if (!isObject(properties)) throw invalidStack(`Resource ${name} properties type must be object`)
  const dependsOn = body[keys.dependsOn] ?? []
  return {
    name,
    type,
    properties,
    metadata: body[keys.metadata] ?? {},
    dependsOn: (Array.isArray(dependsOn) ? dependsOn : [dependsOn]).flatMap((item) => asText(item) ?? []),
    deletionPolicy: body[keys.deletionPolicy],
    updatePolicy: body[keys.updatePolicy],
    condition: body[keys.condition],
    externalId: body[keys.externalId],
    description: asText(body[keys.description]) ?? '',
  }
}

function readOutputs(section: JsonObject, dialect: Template['dialect']): Map<string, OutputDefinition> {
  const [value, description, condition] =
    dialect === 'hot' ? ['value', 'description', 'condition'] : ['Value', 'Description', 'Condition']
  return new Map(
    Object.entries(section).map(([name, body]) => {
      const output = asObject(body)[value]
      if (!isObject(body)) throw invalidStack(`Output validation error: : outputs.${name}: : Outputs must be a map.`)
      if (output === undefined)
        throw invalidStack(
          `Output validation error: : outputs.${name}: : Each output definition must contain a ${value} key.`,
        )
      return [name, {value: output, description: asText(body[description]), condition: body[condition]}]
    }),
  )
}
