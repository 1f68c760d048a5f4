import type {Action, ResourceRecord, StackRecord, Status} from '#sandbox/engine/records'
import {newId, timeOf, type World} from '#sandbox/engine/world'

const STACK_REASONS: Readonly<Record<Status, (action: Action) => string>> = {
  IN_PROGRESS: (action) => `Stack ${action} started`,
  COMPLETE: (action) => `Stack ${action} completed successfully`,
  FAILED: (action) => `Stack ${action} failed`,
}

/** Actions that change the resources of a stack: `updated_time` is the start of the last one. */
const UPDATES: readonly Action[] = ['UPDATE', 'ROLLBACK', 'DELETE', 'RESTORE']

/** Sets the state of a stack and records an event. */
export function setStackState(world: World, id: string, action: Action, status: Status, reason?: string): StackRecord {
  return world.cloud.store.transaction(() => {
    const stack = stackOf(world, id)
    const time = timeOf(world)
    const starts = status === 'IN_PROGRESS' && UPDATES.includes(action)
    const next: StackRecord = {
      ...stack,
      action,
      status,
      reason: reason ?? STACK_REASONS[status](action),
      updatedAt: starts ? time : stack.updatedAt,
      deletedAt: action === 'DELETE' && status === 'COMPLETE' ? time : stack.deletedAt,
    }
    world.stacks.put(next)
    addEvent(world, next.id, {
      resource: null,
      name: next.name,
      type: 'OS::Heat::Stack',
      physicalId: next.id,
      status: `${action}_${status}`,
      reason: next.reason,
      properties: {},
    })
    return next
  })
}

export function stackOf({stacks}: World, id: string): StackRecord {
  const stack = stacks.get(id)
  if (!stack) throw new Error(`The stack ${id} no longer exists.`)
  return stack
}

export function resourceOf({resources}: World, id: string): ResourceRecord {
  const resource = resources.get(id)
  if (!resource) throw new Error(`The resource ${id} no longer exists.`)
  return resource
}

/** Changes some fields of a resource. */
export function changeResource(world: World, id: string, change: Partial<ResourceRecord>): ResourceRecord {
  return world.resources.put({...resourceOf(world, id), ...change})
}

/** Sets the state of a resource and records an event of its stack. */
export function setResourceState(
  world: World,
  id: string,
  action: Action,
  status: Status,
  reason = 'state changed',
): ResourceRecord {
  return world.cloud.store.transaction(() => {
    const next = changeResource(world, id, {action, status, reason, updatedAt: timeOf(world)})
    addResourceEvent(world, next, `${action}_${status}`, reason)
    return next
  })
}

/** An event that does not change the state of the resource: a signal. */
export function addResourceEvent(world: World, resource: ResourceRecord, status: string, reason: string): void {
  addEvent(world, resource.stackId, {
    resource: resource.name,
    name: resource.name,
    type: resource.type,
    physicalId: resource.physicalId ?? resource.physicalName,
    status,
    reason,
    properties: resource.properties,
  })
}

type NewEvent = Omit<Parameters<World['events']['put']>[0], 'id' | 'stackId' | 'time'>

function addEvent(world: World, stackId: string, event: NewEvent): void {
  world.events.put({id: newId(), stackId, time: timeOf(world), ...event})
}
