import type {StackRecord} from '#sandbox/engine/records'
import {newId, timeOf, type World} from '#sandbox/engine/world'

export type NewStack = Pick<
  StackRecord,
  | 'name'
  | 'projectId'
  | 'owner'
  | 'user'
  | 'userProjectId'
  | 'parent'
  | 'parentResource'
  | 'source'
  | 'disableRollback'
  | 'timeoutMins'
  | 'tags'
>

/** A stack that does not exist yet: for checks and previews. */
export function draftStack(world: World, parts: NewStack): StackRecord {
  return {
    ...parts,
    id: newId(),
    sourceVersion: newId(),
    previous: null,
    action: 'CREATE',
    status: 'IN_PROGRESS',
    reason: '',
    createdAt: timeOf(world),
    updatedAt: null,
    deletedAt: null,
  }
}

export const newStack = (world: World, parts: NewStack): StackRecord => world.stacks.put(draftStack(world, parts))
