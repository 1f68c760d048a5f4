import {addResource, applyResource} from '#sandbox/engine/apply-resource'
import type {Context} from '#sandbox/engine/context'
import {circleIn, type Node} from '#sandbox/engine/graph'
import type {Action} from '#sandbox/engine/records'
import {removeResource} from '#sandbox/engine/remove-resource'
import {guarded} from '#sandbox/engine/resource-work'
import type {View} from '#sandbox/engine/view'
import type {Traversal} from '#sandbox/engine/world'

const updateKey = (name: string) => `update ${name}`
const removeKey = (id: string) => `remove ${id}`

/** What an action does to each resource, and in which order. */
export function plan(context: Context, view: View, action: Action, traversal: Traversal): Node[] {
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
  // Leftovers of different templates may depend on each other; then they are removed in any order.
  return hasCircle ? [...updates, ...removals.map((node) => ({...node, after: [updateKey('')]}))] : nodes
}
