import type {Json, JsonObject} from '@osc-cli/core'

/** Property names to types, or to whole definitions; `?` after a name: not required. */
export type Schemas = Readonly<Record<string, string | JsonObject>>

/** A type in short. Names stand without `tosca.KIND.`. */
export interface ShortType {
  from?: string
  properties?: Schemas
  attributes?: Schemas
  capabilities?: Readonly<Record<string, string>>
  /** `name: capability relationship node`; `?` after the name: none or many. */
  requirements?: Readonly<Record<string, string>>
  interfaces?: Readonly<Record<string, string>>
  operations?: readonly string[]
  /** Of a data type: the basic type that it narrows. */
  type?: string
  constraints?: Json[]
  targets?: readonly string[]
  mime?: string
  extensions?: readonly string[]
}

export type ShortTypes = Readonly<Record<string, ShortType>>

/** The same as TOSCA writes it: `{'tosca.nodes.Compute': {derived_from: 'tosca.nodes.Root', ...}}`. */
export function expand(prefix: string, types: ShortTypes): Record<string, JsonObject> {
  return Object.fromEntries(
    Object.entries(types).map(([name, type]) => [prefix + name, expandType(prefix, name, type)]),
  )
}

function expandType(prefix: string, name: string, short: ShortType): JsonObject {
  const {from = 'Root', properties, attributes, capabilities, requirements, interfaces, operations} = short
  return {
    ...(name !== 'Root' && {derived_from: prefix + from}),
    ...(properties && {properties: schemas(properties)}),
    ...(attributes && {attributes: schemas(attributes)}),
    ...(capabilities && {capabilities: mapValues(capabilities, (type) => ({type: `tosca.capabilities.${type}`}))}),
    ...(requirements && {requirements: Object.entries(requirements).map(requirement)}),
    ...(interfaces && {interfaces: mapValues(interfaces, (type) => ({type: `tosca.interfaces.${type}`}))}),
    ...(operations && {operations: Object.fromEntries(operations.map((operation) => [operation, {}]))}),
    ...(short.type && {type: short.type}),
    ...(short.constraints && {constraints: short.constraints}),
    ...(short.targets && {valid_target_types: short.targets.map((type) => `tosca.capabilities.${type}`)}),
    ...(short.mime && {mime_type: short.mime}),
    ...(short.extensions && {file_ext: [...short.extensions]}),
  }
}

const schemas = (short: Schemas): JsonObject =>
  Object.fromEntries(
    Object.entries(short).map(([name, schema]) => [
      name.replace('?', ''),
      {...(typeof schema === 'string' ? {type: schema} : schema), ...(name.endsWith('?') && {required: false})},
    ]),
  )

function requirement([name, text]: [string, string]): JsonObject {
  const [capability, relationship, node] = text.split(' ')
  return {
    [name.replace('?', '')]: {
      capability: `tosca.capabilities.${capability}`,
      ...(relationship && {relationship: `tosca.relationships.${relationship}`}),
      ...(node && {node: `tosca.nodes.${node}`}),
      ...(name.endsWith('?') && {occurrences: [0, 'UNBOUNDED']}),
    },
  }
}

const mapValues = (record: Readonly<Record<string, string>>, map: (value: string) => JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
