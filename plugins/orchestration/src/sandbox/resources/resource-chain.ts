import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import {memberAttribute, NESTED_ACTIONS} from '#sandbox/resources/members'
import type {NestedSource, ResourceType} from '#sandbox/resources/type'

export const ResourceChainResource: ResourceType = {
  name: 'OS::Heat::ResourceChain',
  description: 'Resources of different types with the same properties, one after the other or all at once.',
  since: '6.0.0',
  properties: {
    resources: {type: 'list', description: 'Types of the resources.', required: true, updatable: true},
    concurrent: {type: 'boolean', description: 'Create all resources at once.', default: false},
    resource_properties: {type: 'map', description: 'Properties of each resource.'},
  },
  attributes: {
    refs: {description: 'References of all resources.', type: 'list'},
    attributes: {description: 'An attribute of each resource, by name.', type: 'map'},
  },
  hasAll: true,
  nestedTemplate: chainSource,
  create: (handle) => handle.nested.create(handle, chainSource(handle.properties)),
  update: (handle) => handle.nested.update(handle, chainSource(handle.properties)),
  ...NESTED_ACTIONS,
  attribute: (handle, name, path) =>
    handle.record.physicalId === null ? undefined : memberAttribute(handle, namesOf(handle.properties), name, path),
  ownPath: (name) => name !== 'refs',
}

const namesOf = ({resources}: JsonObject): string[] => asArray(resources).map((_, i) => String(i))

function chainSource(properties: JsonObject): NestedSource {
  const given = asObject(properties.resource_properties ?? {})
  const resources = asArray(properties.resources).map((type, i): [string, JsonObject] => [
    String(i),
    {
      type: asText(type) ?? '',
      properties: given,
      ...(i > 0 && properties.concurrent !== true ? {depends_on: [String(i - 1)]} : {}),
    },
  ])
  const template = {heat_template_version: '2016-10-14', resources: Object.fromEntries(resources)}
  return {template, parameters: {}}
}
