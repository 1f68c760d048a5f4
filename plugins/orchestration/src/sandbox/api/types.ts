import type {Json, JsonObject} from '@osc-cli/core'
import type {Routes} from '@osc-cli/core/sandbox'
import {checkProject} from '#sandbox/api/find-stack'
import {booleanQuery} from '#sandbox/api/query'
import {entityNotFound, invalidRequest} from '#sandbox/failures'
import {type PropertySchema, schemasJson} from '#sandbox/resources/properties'
import {builtInType, builtInTypes} from '#sandbox/resources/registry'
import type {AttributeSchema, ResourceType} from '#sandbox/resources/type'
import {constraintJson} from '#sandbox/template/constraints'

/** /resource_types: list, schema and template of a type. */
export const typeRoutes: Routes = {
  async 'GET /v1/:project/resource_types'(call) {
    checkProject(call)
    const {query} = call
    const pattern = patternOf(query.get('name'))
    const status = query.get('support_status')
    const version = query.get('version')
    const types = (await builtInTypes()).filter(
      ({name, since}) =>
        pattern.test(name) && (status === null || status === 'SUPPORTED') && (version === null || version === since),
    )
    const names = types.map(
      ({name, description}): Json =>
        booleanQuery(query, 'with_description') ? {resource_type: name, description} : name,
    )
    return {body: {resource_types: names}}
  },
  async 'GET /v1/:project/resource_types/:type'(call) {
    checkProject(call)
    const type = await findType(call.params.type)
    const {name, description, since} = type
    return {
      body: {
        resource_type: name,
        properties: schemasJson(type.properties),
        attributes: Object.fromEntries(listedAttributes(type).map(([key, schema]) => [key, {...schema}])),
        support_status: {status: 'SUPPORTED', message: null, version: since, previous_status: null},
        ...(booleanQuery(call.query, 'with_description') ? {description} : {}),
      },
    }
  },
  async 'GET /v1/:project/resource_types/:type/template'(call) {
    checkProject(call)
    const type = await findType(call.params.type)
    return {body: call.query.get('template_type') === 'hot' ? hotTemplate(type) : cfnTemplate(type)}
  },
}

const listedAttributes = ({attributes}: ResourceType) =>
  Object.entries({...attributes, show: SHOW}).filter(([, {isHidden}]) => !isHidden)

const SHOW: AttributeSchema = {description: 'Detailed information about resource.', type: 'map'}

async function findType(name = ''): Promise<ResourceType> {
  const type = await builtInType(name)
  if (!type) throw entityNotFound('Resource Type', name)
  return type
}

function patternOf(text: string | null): RegExp {
  try {
    return new RegExp(`^(?:${text ?? ''})`)
  } catch {
    throw invalidRequest(`Invalid filter, '${text}' is not a regular expression`)
  }
}

const HOT_TYPES = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  map: 'json',
  list: 'comma_delimited_list',
  any: 'json',
} as const

function hotTemplate(type: ResourceType): JsonObject {
  const short = type.name.split('::').at(-1) ?? ''
  const attributes = listedAttributes(type)
  const parameter = (schema: PropertySchema): JsonObject => ({
    type: HOT_TYPES[schema.type],
    description: schema.description,
    ...(schema.default === undefined ? {} : {default: schema.default}),
    ...(schema.constraints ? {constraints: schema.constraints.map(constraintJson)} : {}),
  })
  return {
    heat_template_version: '2016-10-14',
    description: `Initial template of ${short}`,
    parameters: mapValues(type.properties, parameter),
    outputs: {
      ...Object.fromEntries(
        attributes.map(([name, {description}]) => [name, {value: {get_attr: [short, name]}, description}]),
      ),
      'OS::stack_id': {value: {get_resource: short}},
    },
    resources: {
      [short]: {type: type.name, properties: mapValues(type.properties, (_, name) => ({get_param: name}))},
    },
  }
}

const CFN_TYPES = {
  ...HOT_TYPES,
  string: 'String',
  integer: 'Number',
  number: 'Number',
  boolean: 'Boolean',
  map: 'Json',
  list: 'CommaDelimitedList',
  any: 'Json',
}

function cfnTemplate(type: ResourceType): JsonObject {
  const short = type.name.split('::').at(-1) ?? ''
  const attributes = listedAttributes(type)
  const parameter = (schema: PropertySchema): JsonObject => ({
    Type: CFN_TYPES[schema.type],
    Description: schema.description,
    ...(schema.default === undefined ? {} : {Default: schema.default}),
  })
  return {
    HeatTemplateFormatVersion: '2012-12-12',
    Description: `Initial template of ${short}`,
    Parameters: mapValues(type.properties, parameter),
    Outputs: {
      ...Object.fromEntries(
        attributes.map(([name, {description}]) => [
          name,
          {Value: {'Fn::GetAtt': [short, name]}, Description: description},
        ]),
      ),
      'OS::stack_id': {Value: {Ref: short}},
    },
    Resources: {[short]: {Type: type.name, Properties: mapValues(type.properties, (_, name) => ({Ref: name}))}},
  }
}

const mapValues = (
  schemas: Readonly<Record<string, PropertySchema>>,
  map: (schema: PropertySchema, name: string) => JsonObject,
): JsonObject => Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, map(schema, name)]))
