import {addResource, applyResource} from '#sandbox/engine/apply-resource'
import type {Context} from '#sandbox/engine/context'
import {failureOf, Superseded, told} from '#sandbox/engine/failure-of'
import {circleIn, type Node, runGraph} from '#sandbox/engine/graph'
import type {Action, ResourceRecord} from '#sandbox/engine/records'
import {removeResource} from '#sandbox/engine/remove-resource'
import {setResourceState, setStackState, stackOf} from '#sandbox/engine/states'
import type {View} from '#sandbox/engine/view'
import {type Failure, failureText, newId, type Outcome, type Traversal} from '#sandbox/engine/world'

/**
 * Makes a stack what its source says: creates, updates, replaces and removes resources, each as soon as those that it
 * depends on are ready. Resolves when the stack has its final state; a rollback that follows is part of it.
 */
export function converge(context: Context, id: string, action: Action): Promise<Outcome> {
  const {world} = context
  const earlier = world.running.get(id)
  if (earlier) earlier.isStale = true
  // A deletion does not wait for what is being done to resources, every other action does.
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

/** Goes back to what the stack was made of before; to nothing when it was just being created. */
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

const updateKey = (name: string) => `update ${name}`
const removeKey = (id: string) => `remove ${id}`

function plan(context: Context, view: View, action: Action, traversal: Traversal): Node[] {
  const {world, stack} = view
  const existing = world.resources.find({stackId: stack.id})
  const definitions = action === 'DELETE' ? [] : [...view.definitions.values()]
  world.cloud.store.transaction(() => {
    for (const definition of definitions)
      if (!existing.some(({name, isCurrent}) => isCurrent && name === definition.name)) addResource(view, definition)
  })
  const work = (id: string, task: () => Promise<void>) => guarded(context, view, traversal, {id, task})
  const updates = definitions.map(
    (definition): Node => ({
      key: updateKey(definition.name),
      after: view.requires(definition.name).map(updateKey),
      run: () => work(definition.name, () => applyResource(view, definition, action === 'ROLLBACK')),
    }),
  )
  const wantedNames = new Set(definitions.map(({name}) => name))
  const removals = existing.map((record): Node => {
    const dependents = existing.filter(({requires}) => requires.includes(record.name))
    return {
      key: removeKey(record.id),
      after: [
        updateKey(record.name),
        ...dependents.map(({name}) => updateKey(name)),
        ...dependents.filter(({isCurrent}) => isCurrent === record.isCurrent).map(({id}) => removeKey(id)),
      ],
      run: () =>
        work(record.name, async () => {
          const current = world.resources.get(record.id)
          if (!current || (current.isCurrent && wantedNames.has(current.name))) return
          await removeResource(view, current, context.nested)
        }),
    }
  })
  const nodes = [...updates, ...removals]
  const hasCircle = circleIn(new Map(nodes.map(({key, after}) => [key, after]))) !== undefined
  // What was left over from different templates may need each other; then it goes in no order.
  return hasCircle ? [...updates, ...removals.map((node) => ({...node, after: [updateKey('')]}))] : nodes
}

interface Work {
  /** Name of the resource. */
  id: string
  task(): Promise<void>
}

const stopEvent = (stackId: string) => `stop ${stackId}`

/** Does one thing to a resource, after whatever an earlier action still does to it; its failure goes into its state. */
async function guarded({world}: Context, {stack}: View, traversal: Traversal, {id: name, task}: Work): Promise<void> {
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
  // It may come while the work has not begun to listen.
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
    throw error instanceof Superseded ? error : told(failureOf(error, name))
  } finally {
    world.signals.off(stopEvent(stack.id), stop)
    if (world.busy.get(key) === work) world.busy.delete(key)
  }
}

const inProgress = (records: readonly ResourceRecord[]): ResourceRecord | undefined =>
  records.find(({status}) => status === 'IN_PROGRESS') ??
  records.find(({isCurrent, action}) => isCurrent && action === 'INIT')
