import {asObject, isObject, type JsonObject} from '@osc-cli/core'
import {differs} from '#sandbox/engine/nested'
import type {Action, ResourceRecord} from '#sandbox/engine/records'
import {propertiesOf, resolvedProperties} from '#sandbox/engine/resource-properties'
import {changeResource, resourceOf, setResourceState} from '#sandbox/engine/states'
import type {View} from '#sandbox/engine/view'
import {newId, shortId, timeOf} from '#sandbox/engine/world'
import type {Handle} from '#sandbox/resources/type'
import {isEqual} from '#sandbox/template/function'
import {resolve} from '#sandbox/template/functions'
import type {Definition} from '#sandbox/template/model'

/** A resource that does not exist yet. */
export function addResource(view: View, {name, type, deletionPolicy}: Definition): ResourceRecord {
  const {world, stack} = view
  const time = timeOf(world)
  return world.resources.put({
    id: newId(),
    stackId: stack.id,
    name,
    type,
    madeAs: view.typeOf(name).name,
    isRetained: ['Retain', 'retain'].includes(String(deletionPolicy)),
    physicalName: `${stack.name}-${name}-${shortId()}`,
    physicalId: null,
    action: 'INIT',
    status: 'COMPLETE',
    reason: '',
    properties: {},
    metadata: {},
    data: {},
    requires: view.requires(name),
    isCurrent: true,
    createdAt: time,
    updatedAt: time,
  })
}

/** Creates, updates or replaces a resource according to its definition. */
export async function applyResource(view: View, definition: Definition, isRollback: boolean): Promise<void> {
  const record = (isRollback && restored(view, definition)) || view.record(definition.name)
  if (!record) return createResource(view, addResource(view, definition), definition)
  if (record.action === 'INIT') return createResource(view, record, definition)
  const isOther = record.madeAs !== view.typeOf(definition.name).name
  if (record.status === 'FAILED' || isOther) return replaceResource(view, record, definition)
  await updateResource(view, record, definition)
}

/** Restores a replaced resource that the update has not removed yet. */
function restored({world, record, stack}: View, {name}: Definition): ResourceRecord | undefined {
  const old = world.resources.find({stackId: stack.id, name, isCurrent: false}).at(-1)
  const current = record(name)
  if (old?.status !== 'COMPLETE' || old.action === 'DELETE') return undefined
  if (current) changeResource(world, current.id, {isCurrent: false})
  return changeResource(world, old.id, {isCurrent: true})
}

async function createResource(view: View, {id}: ResourceRecord, definition: Definition): Promise<void> {
  const {world} = view
  const type = view.typeOf(definition.name)
  const state = wanted(view, definition)
  changeResource(world, id, {...state, requires: view.requires(definition.name)})
  setResourceState(world, id, 'CREATE', 'IN_PROGRESS')
  propertiesOf(type, state.properties)
  await type.create?.(view.handle(resourceOf(world, id)))
  complete(view, id, 'CREATE')
}

/** Skipped if a deletion has started meanwhile. */
function complete({world}: View, id: string, action: Action): void {
  const {action: current, status} = resourceOf(world, id)
  if (current === action && status === 'IN_PROGRESS') setResourceState(world, id, action, 'COMPLETE')
}

/** The old resource is removed when nothing depends on it. */
async function replaceResource(view: View, old: ResourceRecord, definition: Definition): Promise<void> {
  const next = view.world.cloud.store.transaction(() => {
    changeResource(view.world, old.id, {isCurrent: false})
    return addResource(view, definition)
  })
  await createResource(view, next, definition)
}

function wanted(view: View, definition: Definition): {properties: JsonObject; metadata: JsonObject} {
  const metadata = asObject(resolve(definition.metadata, view.scope))
  return {properties: resolvedProperties(view, definition), metadata}
}

async function updateResource(view: View, record: ResourceRecord, definition: Definition): Promise<void> {
  const {world} = view
  const type = view.typeOf(definition.name)
  const handle = view.handle(record)
  const next = wanted(view, definition)
  const before = handle.properties
  const after = propertiesOf(type, next.properties)
  const changed = changedKeys(before, after)
  const hasMetadata = Object.keys(next.metadata).length > 0 && !isEqual(next.metadata, record.metadata)
  const requires = view.requires(definition.name)
  if (changed.size === 0 && !hasMetadata && !isStackChanged(view, handle, after)) {
    changeResource(world, record.id, {requires})
    return
  }
  setResourceState(world, record.id, 'UPDATE', 'IN_PROGRESS')
  const reason = replacementReason(view, record, changed, after)
  if (reason !== undefined) {
    setResourceState(world, record.id, 'UPDATE', 'COMPLETE', reason)
    return replaceResource(view, record, definition)
  }
  changeResource(world, record.id, {...next, metadata: hasMetadata ? next.metadata : record.metadata, requires})
  await type.update?.(handle, before, changed)
  complete(view, record.id, 'UPDATE')
}

/** Why an update in place is not possible; undefined if it is. */
export function replacementReason(
  view: Pick<View, 'stack' | 'typeOf'>,
  {name, physicalId}: ResourceRecord,
  changed: ReadonlySet<string>,
  after: JsonObject,
): string | undefined {
  const type = view.typeOf(name)
  if (changed.size > 0 && type.replaces?.(changed, after)) {
    const {stack} = view
    const kind = type.name.split('::').at(-1)
    return `The Resource ${kind} "${name}" [${physicalId}] Stack "${stack.name}" [${stack.id}] requires replacement.`
  }
  const isFixed = (key: string) => !type.takesAll && type.properties[key]?.updatable !== true
  return [...changed].some(isFixed) ? `The Resource ${name} requires replacement.` : undefined
}

export function changedKeys(before: JsonObject, after: JsonObject): Set<string> {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return new Set([...keys].filter((key) => !isEqual(before[key] ?? null, after[key] ?? null)))
}

/** A nested stack may need an update because of a file or a parameter's default although its properties are the same. */
function isStackChanged(view: View, handle: Handle, after: JsonObject): boolean {
  const source = view.typeOf(handle.record.name).nestedTemplate?.(after)
  return source !== undefined && isObject(source.template) && differs(handle, source)
}
