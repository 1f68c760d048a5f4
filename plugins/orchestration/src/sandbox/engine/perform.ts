import {pythonRepr} from '@osc-cli/core'
import type {Context} from '#sandbox/engine/context'
import {failureOf, recorded, Superseded} from '#sandbox/engine/failure-of'
import {type Node, runGraph} from '#sandbox/engine/graph'
import type {ResourceRecord} from '#sandbox/engine/records'
import {resourceOf, setResourceState, setStackState, stackOf} from '#sandbox/engine/states'
import type {View} from '#sandbox/engine/view'
import {type Failure, failureText, type Outcome, type Traversal} from '#sandbox/engine/world'

export type StackAction = 'SUSPEND' | 'RESUME' | 'CHECK' | 'SNAPSHOT'

const METHODS = {SUSPEND: 'suspend', RESUME: 'resume', CHECK: 'check', SNAPSHOT: 'snapshot'} as const

/** Runs an action on every resource of a stack without changing which resources it has. */
export function perform(context: Context, id: string, action: StackAction): Promise<Outcome> {
  const {world} = context
  setStackState(world, id, action, 'IN_PROGRESS')
  const traversal: {isStale: boolean; done: Promise<Outcome>} = {isStale: false, done: Promise.resolve(undefined)}
  traversal.done = run(context, id, action, traversal)
  world.running.set(id, traversal)
  return traversal.done
}

async function run({world, views}: Context, id: string, action: StackAction, traversal: Traversal): Promise<Outcome> {
  try {
    const view = await views.load(stackOf(world, id))
    const records = world.resources.find({stackId: id, isCurrent: true}).filter(isThere)
    const unsupported = new Set<string>()
    const failures: Failure[] = []
    await runGraph(
      records.map((record): Node => {
        const before = action === 'SUSPEND' ? records.filter(({requires}) => requires.includes(record.name)) : undefined
        return {
          key: record.name,
          after: before?.map(({name}) => name) ?? record.requires,
          async run() {
            if (traversal.isStale || world.isClosed) throw new Superseded()
            try {
              if (!(await performOn(view, record, action))) unsupported.add(record.name)
            } catch (error) {
              // A check looks at every resource, whatever the others are like.
              if (action !== 'CHECK') throw error
              failures.push(failureOf(error))
            }
          },
        }
      }),
    )
    if (traversal.isStale || world.isClosed) return undefined
    const note = unsupported.size > 0 ? `. '${action}' not fully supported (see resources)` : ''
    const [first] = failures
    if (first) {
      const all = pythonRepr(failures.map(failureText))
      setStackState(world, id, action, 'FAILED', `Resource ${action} failed: ${all}${note}`)
      return first
    }
    setStackState(world, id, action, 'COMPLETE', `Stack ${action} completed successfully${note}`)
    return undefined
  } catch (error) {
    if (traversal.isStale || world.isClosed) return undefined
    const failure = failureOf(error)
    setStackState(world, id, action, 'FAILED', `Resource ${action} failed: ${failureText(failure)}`)
    return failure
  } finally {
    if (world.running.get(id) === traversal) world.running.delete(id)
  }
}

const isThere = ({action, status}: ResourceRecord): boolean =>
  action !== 'INIT' && !((action === 'CREATE' || action === 'DELETE') && status === 'FAILED')

/** False when the type does not support the action; only a check reports that. */
async function performOn(view: View, {id, name}: ResourceRecord, action: StackAction): Promise<boolean> {
  const {world} = view
  const type = view.typeOf(name)
  const method = METHODS[action]
  if (action === 'CHECK' && !type.check) {
    setResourceState(world, id, 'CHECK', 'COMPLETE', `CHECK not supported for ${resourceOf(world, id).type}`)
    return false
  }
  setResourceState(world, id, action, 'IN_PROGRESS')
  try {
    await type[method]?.(view.handle(resourceOf(world, id)))
  } catch (error) {
    const failure = failureOf(error, name)
    if (!world.isClosed) setResourceState(world, id, action, 'FAILED', failureText(failure))
    throw recorded(failure)
  }
  if (!world.isClosed) setResourceState(world, id, action, 'COMPLETE')
  return true
}
