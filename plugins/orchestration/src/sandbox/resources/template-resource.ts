import type {JsonObject} from '@osc-cli/core'
import type {PropertySchema, PropertyType} from '#sandbox/resources/properties'
import type {NestedSource, ResourceType} from '#sandbox/resources/type'
import {given} from '#sandbox/template/functions'
import type {ParameterType, Template} from '#sandbox/template/model'

const TYPES: Readonly<Record<ParameterType, PropertyType>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  json: 'any',
  comma_delimited_list: 'any',
}

/** A template file as a type: its parameters are the properties, its outputs the attributes. */
export function templateType(name: string, template: Template): ResourceType {
  const source = (properties: JsonObject): NestedSource => ({template: template.raw, parameters: given(properties)})
  const properties = [...template.parameters.values()].map((parameter): [string, PropertySchema] => [
    parameter.name,
    {
      type: TYPES[parameter.type],
      description: parameter.description,
      required: parameter.default === undefined,
      updatable: true,
    },
  ])
  const outputs = [...template.outputs].map(([key, {description = ''}]) => [key, {description}])
  return {
    name,
    description: template.description,
    since: '1',
    properties: Object.fromEntries(properties),
    attributes: Object.fromEntries(outputs),
    hasAll: true,
    nestedTemplate: source,
    create: (handle) => handle.nested.create(handle, source(handle.properties)),
    update: (handle) => handle.nested.update(handle, source(handle.properties)),
    remove: (handle) => handle.nested.remove(handle),
    suspend: (handle) => handle.nested.act(handle, 'SUSPEND'),
    resume: (handle) => handle.nested.act(handle, 'RESUME'),
    check: (handle) => handle.nested.act(handle, 'CHECK'),
    snapshot: (handle) => handle.nested.act(handle, 'SNAPSHOT'),
    attribute(handle, attribute) {
      if (handle.record.physicalId === null) return undefined
      const [, member] = /^resource\.(.+)$/.exec(attribute) ?? []
      if (member !== undefined) return handle.nested.memberReference(handle, member)
      return handle.nested.outputs(handle)[attribute]
    },
    // A template may define its own reference ID.
    reference: (handle) =>
      (template.outputs.has('OS::stack_id') ? handle.nested.outputs(handle)['OS::stack_id'] : undefined) ??
      handle.record.physicalId ??
      handle.record.name,
  }
}
