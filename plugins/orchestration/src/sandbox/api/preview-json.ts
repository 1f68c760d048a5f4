import type {JsonObject} from '@osc-cli/core'
import {allAttributes} from '#sandbox/engine/attributes'
import type {Context} from '#sandbox/engine/context'
import type {ResourceRecord, StackRecord} from '#sandbox/engine/records'
import {propertiesOf, resolvedProperties} from '#sandbox/engine/resource-properties'
import {openView, type View} from '#sandbox/engine/view'

/** A resource that does not exist yet. */
export function plannedJson(view: View, name: string): JsonObject {
  const {stack} = view
  return {
    updated_time: null,
    creation_time: null,
    resource_name: name,
    physical_resource_id: '',
    resource_action: 'INIT',
    resource_status: 'COMPLETE',
    resource_status_reason: '',
    resource_type: view.definitions.get(name)?.type ?? '',
    ...identities(stack, name),
    required_by: [...view.definitions.keys()].filter((other) => view.requires(other).includes(name)),
    ...(stack.parentResource === null ? {} : {parent_resource: stack.parentResource}),
    description: view.definitions.get(name)?.description ?? '',
    metadata: {},
  }
}

function identities({projectId, name, id}: StackRecord, resource: string): JsonObject {
  const stack = {tenant: projectId, stack_name: name, stack_id: id}
  return {
    resource_identity: {...stack, path: `/resources/${resource}`},
    stack_identity: {...stack, path: ''},
    stack_name: name,
  }
}

/** A resource that exists. */
export function existingJson(view: View, record: ResourceRecord): JsonObject {
  const others = view.world.resources.find({stackId: view.stack.id, isCurrent: true})
  return {
    updated_time: record.updatedAt,
    creation_time: record.createdAt,
    resource_name: record.name,
    physical_resource_id: record.physicalId ?? '',
    resource_action: record.action,
    resource_status: record.status,
    resource_status_reason: record.reason,
    resource_type: record.type,
    ...identities(view.stack, record.name),
    required_by: others.filter(({requires}) => requires.includes(record.name)).map(({name}) => name),
    description: view.definitions.get(record.name)?.description ?? '',
    metadata: record.metadata,
    attributes: view.definitions.has(record.name) ? allAttributes(view.typeOf(record.name), view.handle(record)) : {},
  }
}

/** The nested stack of a resource; undefined if it has none. */
export async function nestedView(context: Context, view: View, name: string): Promise<View | undefined> {
  const definition = view.definitions.get(name)
  const type = view.typeOf(name)
  const source = definition && type.nestedTemplate?.(propertiesOf(type, resolvedProperties(view, definition)))
  if (!source) return undefined
  const {stack} = view
  const {environment, files} = stack.source
  const child: StackRecord = {
    ...stack,
    name: `${stack.name}-${name}`,
    parent: stack.id,
    parentResource: name,
    source: {template: source.template, files, environment: {...environment, parameters: source.parameters}},
  }
  return openView(context.world, child, context.nested)
}
