import {asText, type Json} from '@osc-cli/core'
import type {Handle, ResourceType} from '#sandbox/resources/type'

/** What a group does by its nested stack alone. */
export const NESTED_ACTIONS: Pick<ResourceType, 'remove' | 'suspend' | 'resume' | 'check' | 'snapshot'> = {
  remove: (handle) => handle.nested.remove(handle),
  suspend: (handle) => handle.nested.act(handle, 'SUSPEND'),
  resume: (handle) => handle.nested.act(handle, 'RESUME'),
  check: (handle) => handle.nested.act(handle, 'CHECK'),
  snapshot: (handle) => handle.nested.act(handle, 'SNAPSHOT'),
}

/** An attribute of a group: of all members as a list, or of one of them (`resource.NAME.ATTRIBUTE`). */
export function memberAttribute(
  handle: Handle,
  members: readonly string[],
  name: string,
  path: readonly Json[],
): Json | undefined {
  const {nested} = handle
  const [key, ...rest] = path
  if (name === 'refs') return members.map((member) => nested.memberReference(handle, member))
  if (name === 'attributes')
    return key === undefined ? undefined : attributesByMember(handle, members, asText(key) ?? '', rest)
  const [, member, attribute] = /^resource\.([^.]+)(?:\.(.+))?$/.exec(name) ?? []
  if (member === undefined) return members.map((one) => nested.memberAttribute(handle, one, name, path) ?? null)
  if (attribute !== undefined) return nested.memberAttribute(handle, member, attribute, path)
  if (key === undefined) return nested.memberReference(handle, member)
  return nested.memberAttribute(handle, member, asText(key) ?? '', rest)
}

/** An attribute of each member, by its name. */
export const attributesByMember = (
  handle: Handle,
  members: readonly string[],
  attribute: string,
  path: readonly Json[],
): Json =>
  Object.fromEntries(
    members.map((member) => [member, handle.nested.memberAttribute(handle, member, attribute, path) ?? null]),
  )
