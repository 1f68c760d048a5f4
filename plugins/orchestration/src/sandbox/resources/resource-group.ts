import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {MAX_RESOURCES, TOO_MANY_RESOURCES} from '#sandbox/limits'
import {memberAttribute, NESTED_ACTIONS} from '#sandbox/resources/members'
import {BATCHES, ROLLING_BATCHES} from '#sandbox/resources/rolling'
import {type Handle, type NestedSource, ResourceFailure, type ResourceType} from '#sandbox/resources/type'

export const ResourceGroupResource: ResourceType = {
  name: 'OS::Heat::ResourceGroup',
  description: 'Several resources with the same definition.',
  since: '2014.1',
  properties: {
    count: {
      type: 'integer',
      description: 'How many.',
      default: 1,
      updatable: true,
      constraints: [{kind: 'range', min: 0, max: undefined}],
    },
    index_var: {
      type: 'string',
      description: 'Placeholder for the index of a resource.',
      default: '%index%',
      constraints: [{kind: 'length', min: 3, max: undefined}],
    },
    resource_def: {
      type: 'map',
      description: 'Definition of each resource.',
      required: true,
      updatable: true,
      schema: {
        type: {type: 'string', description: 'The type.', required: true},
        properties: {type: 'map', description: 'The properties.'},
        metadata: {type: 'map', description: 'The metadata.'},
      },
    },
    removal_policies: {
      type: 'list',
      description: 'Resources that an update removes.',
      default: [],
      updatable: true,
      schema: {
        '*': {
          type: 'map',
          description: 'A policy.',
          schema: {resource_list: {type: 'list', description: 'Names or references.', default: []}},
        },
      },
    },
    removal_policies_mode: {
      type: 'string',
      description: 'Whether removed names stay blocked (append) or can be reused (update).',
      default: 'append',
      updatable: true,
      constraints: [{kind: 'allowed_values', values: ['append', 'update']}],
    },
  },
  updatePolicy: {
    rolling_update: {type: 'map', description: 'Batches of an update.', schema: ROLLING_BATCHES},
    batch_create: {type: 'map', description: 'Batches of a creation.', schema: BATCHES},
  },
  attributes: {
    refs: {description: 'References of all resources.', type: 'list'},
    refs_map: {description: 'References by name.', type: 'map'},
    attributes: {description: 'An attribute of each resource, by name.', type: 'map'},
    removed_rsrc_list: {description: 'Names that are no longer used.', type: 'list'},
  },
  hasAll: true,
  nestedTemplate: (properties) => groupSource(properties, []),
  async create(handle) {
    const skipped = removedNames(handle, [])
    handle.setData({skipped})
    await handle.nested.create(handle, groupSource(handle.properties, skipped))
  },
  async update(handle) {
    const before = asArray(handle.record.data.skipped).flatMap((name) => asText(name) ?? [])
    const kept = handle.properties.removal_policies_mode === 'update' ? [] : before
    const skipped = [...new Set([...kept, ...removedNames(handle, before)])].toSorted()
    handle.setData({skipped})
    await handle.nested.update(handle, groupSource(handle.properties, skipped))
  },
  ...NESTED_ACTIONS,
  attribute: groupAttribute,
  ownPath: (name) => !['refs', 'refs_map', 'removed_rsrc_list'].includes(name),
}

/** `%index%` to `0`, in every text of the definition. */
function forIndex(value: Json, variable: string, name: string): Json {
  if (typeof value === 'string') return value.replaceAll(variable, name)
  if (Array.isArray(value)) return value.map((item) => forIndex(item, variable, name))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, forIndex(part ?? null, variable, name)]))
}

function namesOf(count: number, skipped: readonly string[]): string[] {
  const names: string[] = []
  for (let i = 0; names.length < count; i++) if (!skipped.includes(String(i))) names.push(String(i))
  return names
}

function groupSource(properties: JsonObject, skipped: readonly string[]): NestedSource {
  const definition = asObject(properties.resource_def)
  const variable = asText(properties.index_var) ?? '%index%'
  const count = Number(properties.count ?? 1)
  if (count > MAX_RESOURCES) throw new ResourceFailure('RequestLimitExceeded', TOO_MANY_RESOURCES)
  const names = namesOf(count, skipped)
  const own = Object.entries(asObject(definition.properties)).filter(([, value]) => value !== null)
  const member = (name: string): JsonObject => ({
    type: definition.type,
    properties: Object.fromEntries(own.map(([key, value]) => [key, forIndex(value ?? null, variable, name)])),
    ...(isObject(definition.metadata) ? {metadata: definition.metadata} : {}),
  })
  return {
    parameters: {},
    template: {
      heat_template_version: '2015-04-30',
      resources: Object.fromEntries(names.map((name) => [name, member(name)])),
      outputs: {refs_map: {value: Object.fromEntries(names.map((name) => [name, {get_resource: name}]))}},
    },
  }
}

function removedNames(handle: Handle, known: readonly string[]): string[] {
  const {properties, record} = handle
  const members = record.physicalId === null ? {} : refsMap(handle)
  const wanted = asArray(properties.removal_policies).flatMap((policy) => asArray(asObject(policy).resource_list))
  return wanted.flatMap((item) => {
    const name = asText(item) ?? ''
    if (record.physicalId === null || known.includes(name) || Object.hasOwn(members, name)) return [name]
    return Object.keys(members).filter((member) => members[member] === name)
  })
}

const refsMap = (handle: Handle): JsonObject => asObject(handle.nested.outputs(handle).refs_map)

function groupAttribute(handle: Handle, name: string, path: readonly Json[]): Json | undefined {
  const skipped = asArray(handle.record.data.skipped).flatMap((item) => asText(item) ?? [])
  if (name === 'removed_rsrc_list') return skipped
  if (handle.record.physicalId === null) return undefined
  if (name === 'refs_map') return refsMap(handle)
  return memberAttribute(handle, namesOf(Number(handle.properties.count ?? 1), skipped), name, path)
}
