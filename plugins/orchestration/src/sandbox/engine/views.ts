import type {StackRecord} from '#sandbox/engine/records'
import {openView, type View} from '#sandbox/engine/view'
import type {World} from '#sandbox/engine/world'
import type {NestedStacks} from '#sandbox/resources/type'

/** The views of stacks, kept as long as their sources stay the same. */
export interface Views {
  /** The view of a stack and, for its outputs, of all its nested stacks. */
  load(stack: StackRecord): Promise<View>
  /** What was loaded last. */
  loaded(id: string): View | undefined
}

export function createViews(world: World, nested: () => NestedStacks): Views {
  const kept = new Map<string, {version: string; view: View}>()
  const own = async (stack: StackRecord): Promise<View> => {
    const known = kept.get(stack.id)
    if (known?.version === stack.sourceVersion) return known.view
    const view = await openView(world, stack, nested())
    kept.set(stack.id, {version: stack.sourceVersion, view})
    return view
  }
  const load = async (stack: StackRecord): Promise<View> => {
    const view = await own(stack)
    for (const {physicalId} of world.resources.find({stackId: stack.id})) {
      const below = physicalId === null ? undefined : world.stacks.get(physicalId)
      if (below) await load(below)
    }
    return view
  }
  return {load, loaded: (id) => kept.get(id)?.view}
}
