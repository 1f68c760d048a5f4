import type {SandboxCloud} from '@osc-cli/core/sandbox'
import type {Context} from '#sandbox/engine/context'
import {converge} from '#sandbox/engine/converge'
import {createNested} from '#sandbox/engine/nested'
import {perform} from '#sandbox/engine/perform'
import {setResourceState, setStackState} from '#sandbox/engine/states'
import {createViews} from '#sandbox/engine/views'
import {openWorld, type World} from '#sandbox/engine/world'
import type {NestedStacks} from '#sandbox/resources/type'

/** Creates the engine and fails the actions that an earlier process left in progress. */
export function openEngine(cloud: SandboxCloud): Context {
  const world = openWorld(cloud)
  const views = createViews(world, (): NestedStacks => nested)
  const nested = createNested(world, views, () => ({
    converge: (id, action) => converge(context, id, action),
    perform: (id, action) => perform(context, id, action),
  }))
  const context: Context = {world, views, nested}
  endInterrupted(world)
  return context
}

/** Actions that were interrupted have failed, as after a restart of Heat's engine. */
function endInterrupted(world: World): void {
  for (const stack of world.stacks.find({status: 'IN_PROGRESS'})) {
    const reason = `Engine went down during stack ${stack.action}`
    for (const {id, action} of world.resources.find({stackId: stack.id, status: 'IN_PROGRESS'}))
      setResourceState(world, id, action, 'FAILED', reason)
    setStackState(world, stack.id, stack.action, 'FAILED', reason)
  }
  for (const snapshot of world.snapshots.find({status: 'IN_PROGRESS'}))
    world.snapshots.put({...snapshot, status: 'FAILED', reason: 'Engine went down during stack SNAPSHOT'})
}
