import type {Context} from '#sandbox/engine/context'
import {failureOf, recorded, Superseded} from '#sandbox/engine/failure-of'
import type {ResourceRecord} from '#sandbox/engine/records'
import {setResourceState} from '#sandbox/engine/states'
import type {View} from '#sandbox/engine/view'
import {failureText, type Traversal} from '#sandbox/engine/world'

interface Work {
  /** Name of the resource. */
  id: string
  task(): Promise<void>
}

/** Sent when a deletion stops the operations on the resources of a stack. */
export const stopEvent = (stackId: string) => `stop ${stackId}`

/** Runs one operation on a resource after earlier operations on it; a failure becomes its state. */
export async function guarded(
  {world}: Context,
  {stack}: View,
  traversal: Traversal,
  {id: name, task}: Work,
): Promise<void> {
  const key = `${stack.id}/${name}`
  const before = world.busy.get(key)
  const markFailed = (error: unknown) => {
    const record = inProgress(world.resources.find({stackId: stack.id, name}))
    if (record) setResourceState(world, record.id, record.action, 'FAILED', failureText(failureOf(error, name)))
  }
  let stop = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new Superseded())
    world.signals.once(stopEvent(stack.id), stop)
  })
  // The event may be emitted before the work listens.
  stopped.catch(() => {})
  const work = (async () => {
    await before?.catch(() => {})
    if (traversal.isStale || world.isClosed) throw new Superseded()
    try {
      await Promise.race([task(), stopped])
    } catch (error) {
      if (!world.isClosed && !(error instanceof Superseded)) markFailed(error)
      throw error
    }
  })()
  world.busy.set(key, work)
  try {
    await work
  } catch (error) {
    throw error instanceof Superseded ? error : recorded(failureOf(error, name))
  } finally {
    world.signals.off(stopEvent(stack.id), stop)
    if (world.busy.get(key) === work) world.busy.delete(key)
  }
}

const inProgress = (records: readonly ResourceRecord[]): ResourceRecord | undefined =>
  records.find(({status}) => status === 'IN_PROGRESS') ??
  records.find(({isCurrent, action}) => isCurrent && action === 'INIT')
