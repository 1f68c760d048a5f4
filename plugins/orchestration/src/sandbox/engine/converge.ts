import type {Context} from '#sandbox/engine/context'
import {failureOf} from '#sandbox/engine/failure-of'
import {runGraph} from '#sandbox/engine/graph'
import {plan} from '#sandbox/engine/plan'
import type {Action} from '#sandbox/engine/records'
import {stopEvent} from '#sandbox/engine/resource-work'
import {setResourceState, setStackState, stackOf} from '#sandbox/engine/states'
import {type Failure, failureText, newId, type Outcome, type Traversal} from '#sandbox/engine/world'

/**
 * Converges a stack to its source: creates, updates, replaces and removes resources, each as soon as those that it
 * depends on are ready. Resolves when the stack has its final state; a rollback that follows is part of it.
 */
export function converge(context: Context, id: string, action: Action): Promise<Outcome> {
  const {world} = context
  const earlier = world.running.get(id)
  if (earlier) earlier.isStale = true
  // Every action except a deletion waits for running operations on resources.
  if (action === 'DELETE') stopAll(context, id)
  else setStackState(world, id, action, 'IN_PROGRESS')
  const traversal: {isStale: boolean; done: Promise<Outcome>} = {isStale: false, done: Promise.resolve(undefined)}
  traversal.done = run(context, id, action, traversal)
  world.running.set(id, traversal)
  return traversal.done
}

function stopAll({world}: Context, id: string): void {
  const {action, status} = stackOf(world, id)
  if (status === 'IN_PROGRESS' && action !== 'DELETE')
    setStackState(world, id, action, 'FAILED', `Stack ${action} cancelled`)
  setStackState(world, id, 'DELETE', 'IN_PROGRESS')
  for (const resource of world.resources.find({stackId: id, status: 'IN_PROGRESS'})) {
    const reason = `${resource.action} aborted (user triggered cancel)`
    setResourceState(world, resource.id, resource.action, 'FAILED', reason)
  }
  world.signals.emit(stopEvent(id))
}

async function run(context: Context, id: string, action: Action, traversal: Traversal): Promise<Outcome> {
  const {world} = context
  const stopTimer = startTimer(context, id, traversal)
  try {
    const view = await context.views.load(stackOf(world, id))
    if (traversal.isStale) return SUPERSEDED
    const nodes = plan(context, view, action, traversal)
    await Promise.race([runGraph(nodes), stopTimer.expired])
    if (world.isClosed || traversal.isStale) return SUPERSEDED
    setStackState(world, id, action, 'COMPLETE')
    if (action === 'DELETE') world.stacks.put({...stackOf(world, id), previous: null})
    return undefined
  } catch (error) {
    if (world.isClosed || traversal.isStale) return SUPERSEDED
    return await fail(context, id, action, traversal, error)
  } finally {
    stopTimer.stop()
    if (world.running.get(id) === traversal) world.running.delete(id)
  }
}

const SUPERSEDED: Failure = {kind: 'Superseded', path: '', message: 'Another action has taken over'}

async function fail(
  context: Context,
  id: string,
  action: Action,
  traversal: Traversal,
  error: unknown,
): Promise<Outcome> {
  const {world} = context
  traversal.isStale = true
  const failure = failureOf(error)
  const reason = failure.kind === 'Timeout' ? 'Timed out' : `Resource ${action} failed: ${failureText(failure)}`
  const stack = setStackState(world, id, action, 'FAILED', reason)
  if (stack.disableRollback || (action !== 'CREATE' && action !== 'UPDATE')) return failure
  await rollBack(context, id)
  return failure
}

/** Rolls back to the previous source of the stack; after a failed creation, to no resources. */
export function rollBack(context: Context, id: string): Promise<Outcome> {
  const {world} = context
  const stack = stackOf(world, id)
  const nothing = {template: {heat_template_version: '2021-04-16'}, environment: {}, files: {}}
  world.stacks.put({...stack, source: stack.previous ?? nothing, sourceVersion: newId()})
  return converge(context, id, 'ROLLBACK')
}

/** `timeout_mins` of the stack. */
function startTimer({world}: Context, id: string, traversal: Traversal): {expired: Promise<never>; stop(): void} {
  const minutes = stackOf(world, id).timeoutMins
  let stop = () => {}
  const expired = new Promise<never>((_, reject) => {
    if (minutes === null || minutes <= 0) return
    stop = world.cloud.after(minutes * 60_000, () => {
      if (!traversal.isStale) reject(new TimeoutError())
    })
  })
  return {expired, stop: () => stop()}
}

class TimeoutError extends Error {
  override readonly name = 'Timeout'
}
