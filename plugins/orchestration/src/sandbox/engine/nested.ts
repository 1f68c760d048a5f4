import {asObject, type JsonObject} from '@osc-cli/core'
import {attributeOf, referenceOf} from '#sandbox/engine/attributes'
import {newStack} from '#sandbox/engine/new-stack'
import {outputsOf} from '#sandbox/engine/outputs'
import type {Action, Source, StackRecord} from '#sandbox/engine/records'
import type {Views} from '#sandbox/engine/views'
import {newId, type Outcome, type World} from '#sandbox/engine/world'
import {MAX_DEPTH, MAX_RESOURCES, TOO_DEEP, TOO_MANY_RESOURCES} from '#sandbox/limits'
import {type Handle, type NestedSource, type NestedStacks, ResourceFailure} from '#sandbox/resources/type'

interface Actions {
  converge(id: string, action: Action): Promise<Outcome>
  perform(id: string, action: 'SUSPEND' | 'RESUME' | 'CHECK' | 'SNAPSHOT'): Promise<Outcome>
}

/** Stacks that are resources of other stacks. */
export function createNested(world: World, views: Views, actions: () => Actions): NestedStacks {
  const childOf = ({record}: Handle): StackRecord | undefined =>
    record.physicalId === null ? undefined : world.stacks.get(record.physicalId)

  const succeed = async (running: Promise<Outcome>): Promise<void> => {
    const failure = await running
    if (failure) throw new ResourceFailure(failure.kind, failure.message, failure.path)
  }
  const create = async (handle: Handle, source: NestedSource): Promise<void> => {
    const {stack, record} = handle
    if (!source.isRemote) checkLimits(world, stack, source)
    const child = newStack(world, {
      name: record.physicalName,
      projectId: stack.projectId,
      owner: stack.owner,
      user: stack.user,
      userProjectId: stack.userProjectId,
      parent: source.isRemote ? null : stack.id,
      parentResource: source.isRemote ? null : record.name,
      source: nestedSource(stack, source),
      disableRollback: true,
      timeoutMins: stack.timeoutMins,
      tags: null,
    })
    handle.setPhysicalId(child.id)
    await succeed(actions().converge(child.id, 'CREATE'))
  }
  return {
    create,
    async update(handle, source) {
      const child = childOf(handle)
      if (!child) return create(handle, source)
      world.stacks.put({
        ...child,
        user: handle.stack.user,
        source: nestedSource(handle.stack, source),
        previous: child.source,
        sourceVersion: newId(),
      })
      await succeed(actions().converge(child.id, 'UPDATE'))
    },
    async remove(handle) {
      const child = childOf(handle)
      if (child && child.deletedAt === null) await succeed(actions().converge(child.id, 'DELETE'))
    },
    async act(handle, action) {
      const child = childOf(handle)
      if (child) await succeed(actions().perform(child.id, action))
    },
    outputs(handle) {
      const view = views.loaded(childOf(handle)?.id ?? '')
      return view ? outputsOf(view) : {}
    },
    memberReference(handle, member) {
      const view = views.loaded(childOf(handle)?.id ?? '')
      const record = view?.record(member)
      return view && record ? referenceOf(view, record) : null
    },
    memberAttribute(handle, member, name, path) {
      const view = views.loaded(childOf(handle)?.id ?? '')
      return view?.definitions.has(member) ? attributeOf(view, member, name, path) : undefined
    },
  }
}

/** Heat counts the resources of all stacks of a tree. */
function checkLimits(world: World, parent: StackRecord, {template}: NestedSource): void {
  const above = [parent]
  for (let next = parentOf(world, parent); next && above.length <= MAX_DEPTH; next = parentOf(world, next))
    above.unshift(next)
  if (above.length > MAX_DEPTH) throw new ResourceFailure('RequestLimitExceeded', TOO_DEEP)
  if (sizeOf(template) + sizeOfTree(world, above[0] ?? parent) > MAX_RESOURCES)
    throw new ResourceFailure('RequestLimitExceeded', TOO_MANY_RESOURCES)
}

const parentOf = ({stacks}: World, {parent}: StackRecord): StackRecord | undefined =>
  parent === null ? undefined : stacks.get(parent)

function sizeOfTree(world: World, {id, source}: StackRecord): number {
  const below = world.stacks.find({parent: id, deletedAt: null}).map((child) => sizeOfTree(world, child))
  return below.reduce((sum, size) => sum + size, sizeOf(source.template))
}

const sizeOf = ({resources, Resources}: JsonObject): number => Object.keys(asObject(resources ?? Resources)).length

/** Whether the stack of a resource would have another source now. */
export function differs(handle: Handle, source: NestedSource): boolean {
  const child = handle.record.physicalId === null ? undefined : handle.world.stacks.get(handle.record.physicalId)
  const wanted = nestedSource(handle.stack, source)
  return JSON.stringify(child?.source) !== JSON.stringify(wanted) || child?.status === 'FAILED'
}

/** A nested stack has its own parameters and shares the rest of the environment and the files with its parent. */
function nestedSource(
  {source: {environment, files}}: StackRecord,
  {template, parameters, isRemote}: NestedSource,
): Source {
  const shared: JsonObject = isRemote
    ? {}
    : {
        resource_registry: asObject(environment.resource_registry),
        parameter_defaults: asObject(environment.parameter_defaults),
      }
  return {template, files: isRemote ? {} : files, environment: {...shared, parameters, event_sinks: []}}
}
