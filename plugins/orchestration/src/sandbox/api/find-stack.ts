import type {Call} from '@osc-cli/core/sandbox'
import {SandboxFailure} from '@osc-cli/core/sandbox'
import type {Context} from '#sandbox/engine/context'
import type {StackRecord} from '#sandbox/engine/records'
import {entityNotFound} from '#sandbox/failures'

export const isAdmin = ({caller}: Call): boolean => caller.roles.includes('admin')

/** The project of the path must be the token's; administrators may use all. */
export function checkProject(call: Call): void {
  if (call.params.project !== call.caller.projectId && !isAdmin(call))
    throw new SandboxFailure(403, 'Access was denied to this resource.', {type: 'HTTPForbidden'})
}

/** The stack that a path names by its ID, by `NAME/ID`, or by name among those of the caller's project that are not deleted. */
export function findByName({world}: Context, call: Call): StackRecord {
  checkProject(call)
  const {projectId} = call.caller
  const {name: nameOrId = ''} = call.params
  const [name, id = nameOrId] = nameOrId.split('/')
  const byId = world.stacks.get(id)
  if (id !== nameOrId && byId?.name !== name) throw entityNotFound('Stack', name ?? '')
  if (byId && (byId.projectId === projectId || isAdmin(call))) return byId
  const named = projectId && world.stacks.find({projectId, name: nameOrId, deletedAt: null})[0]
  if (!named) throw entityNotFound('Stack', nameOrId)
  return named
}

/** The stack of a path with its name and ID, which must match. */
export function findStack({world}: Context, call: Call): StackRecord {
  checkProject(call)
  const {project = '', name = '', id = ''} = call.params
  const stack = world.stacks.get(id)
  if (!stack || stack.projectId !== project || stack.name !== name) throw entityNotFound('Stack', name)
  return stack
}

/** The same for changes: a deleted stack is not found. */
export function findLiveStack(context: Context, call: Call): StackRecord {
  const stack = findStack(context, call)
  if (stack.deletedAt !== null) throw entityNotFound('Stack', stack.name)
  return stack
}
