import {createHandle} from '#sandbox/engine/handle'
import type {ResourceRecord} from '#sandbox/engine/records'
import {setResourceState} from '#sandbox/engine/states'
import type {View} from '#sandbox/engine/view'
import {builtInType} from '#sandbox/resources/registry'
import type {NestedStacks, ResourceType} from '#sandbox/resources/type'

/** The stack created from a template file. */
const NESTED: ResourceType = {
  name: '',
  description: '',
  since: '1',
  properties: {},
  attributes: {},
  takesAll: true,
  remove: (handle) => handle.nested.remove(handle),
}

/** Removes a resource that is no longer needed, and its record. */
export async function removeResource(
  view: Pick<View, 'world' | 'stack'>,
  record: ResourceRecord,
  nested: NestedStacks,
): Promise<void> {
  const {world} = view
  if (record.action !== 'INIT') {
    setResourceState(world, record.id, 'DELETE', 'IN_PROGRESS')
    const type = (await builtInType(record.madeAs)) ?? NESTED
    if (!record.isRetained) await type.remove?.(createHandle(view, record, type, nested))
    setResourceState(world, record.id, 'DELETE', 'COMPLETE')
  }
  world.resources.delete(record.id)
}
