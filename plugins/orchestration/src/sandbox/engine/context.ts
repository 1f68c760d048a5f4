import type {Views} from '#sandbox/engine/views'
import type {World} from '#sandbox/engine/world'
import type {NestedStacks} from '#sandbox/resources/type'

/** What every action needs. */
export interface Context {
  readonly world: World
  readonly views: Views
  readonly nested: NestedStacks
}
