import type {JsonObject} from '@osc-cli/core'
import type {Call} from '@osc-cli/core/sandbox'
import {link, stackUrl} from '#sandbox/api/links'
import type {ResourceRecord, StackRecord} from '#sandbox/engine/records'
import type {World} from '#sandbox/engine/world'

/** A resource as in lists. */
export function resourceJson(world: World, call: Call, stack: StackRecord, resource: ResourceRecord): JsonObject {
  const {name, physicalId, action, status, reason, type} = resource
  const nested = physicalId === null ? undefined : world.stacks.get(physicalId)
  const others = world.resources.find({stackId: stack.id, isCurrent: true})
  return {
    updated_time: resource.updatedAt,
    creation_time: resource.createdAt,
    logical_resource_id: name,
    resource_name: name,
    physical_resource_id: physicalId ?? '',
    resource_status: `${action}_${status}`,
    resource_status_reason: reason,
    resource_type: type,
    links: [
      link('self', stackUrl(call, stack, 'resources', name)),
      link('stack', stackUrl(call, stack)),
      ...(nested && nested.parent !== null ? [link('nested', stackUrl(call, nested))] : []),
    ],
    required_by: others.filter(({requires}) => requires.includes(name)).map((other) => other.name),
  }
}
