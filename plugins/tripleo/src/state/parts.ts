import {asArray, asObject, asText, type JsonObject, pathSegment, type Session} from '@osc-cli/core'

/** A resource of a deployment, at any depth. */
export interface Part {
  /** Names from the top: role, index of the server, part of the server. */
  path: readonly string[]
  type: string
  id: string | undefined
  /** ID of the stack that it is in. */
  stack: string
  /** `CREATE_COMPLETE`. */
  status: string
  reason: string
  /** When it changed last. */
  updated: string
}

export const SERVER = 'OS::Nova::Server'

/** Depth of a role's server is 2; services inside are deeper. Heat's own limit is 5 by default. */
const DEPTH = 5

/** Every resource of a stack and of its nested stacks. */
export async function partsOf(session: Session, {stack_name: name, id}: JsonObject): Promise<Part[]> {
  const path = `/stacks/${pathSegment(String(name), 'stack')}/${pathSegment(String(id), 'stack')}/resources`
  const {resources} = await session.get('orchestration', path, {nested_depth: DEPTH})
  return partsIn(asArray(resources).map(asObject))
}

/** The same from Heat's list. */
export function partsIn(resources: readonly JsonObject[]): Part[] {
  const parents = new Map(resources.map((one) => [asText(one.physical_resource_id) ?? '', one]))
  const pathOf = (one: JsonObject): string[] => {
    const parent = parents.get(stackIn(one))
    const above = parent && parent !== one ? pathOf(parent) : []
    return [...above, String(one.resource_name)]
  }
  return resources.map((one) => ({
    path: pathOf(one),
    type: asText(one.resource_type) ?? '',
    id: asText(one.physical_resource_id) || undefined,
    stack: stackIn(one),
    status: asText(one.resource_status) ?? '',
    reason: asText(one.resource_status_reason) ?? '',
    updated: asText(one.updated_time) ?? '',
  }))
}

/** The ID of the stack that a resource is in, from its links. */
function stackIn({links}: JsonObject): string {
  const link = asArray(links)
    .map(asObject)
    .find(({rel}) => rel === 'stack')
  return asText(link?.href)?.split('/').at(-1) ?? ''
}

/** The place of a part as users know it: `Compute 0`, or the name at the top. */
export function placeOf({path}: Pick<Part, 'path'>): string {
  const [role = '', index] = path
  return index !== undefined && /^\d+$/.test(index) ? `${role} ${index}` : role
}

/** What a part is called at its place: `server port`; nothing for the place itself. */
export const nameOf = ({path}: Pick<Part, 'path'>): string => path.slice(/^\d+$/.test(path[1] ?? '') ? 2 : 1).join(' ')

/** Failed parts that contain no failed parts. */
export function failedParts(parts: readonly Part[]): Part[] {
  const failed = parts.filter(({status}) => status.endsWith('FAILED'))
  const withFailures = new Set(failed.map(({stack}) => stack))
  return failed.filter(({id}) => id === undefined || !withFailures.has(id))
}

/** Number of servers that are complete, and of all. */
export function serverCount(parts: readonly Part[]): {up: number; all: number} {
  const servers = parts.filter(({type}) => type === SERVER)
  // INIT_COMPLETE is the state of a resource that Heat has not started.
  const up = servers.filter(({status}) => status.endsWith('COMPLETE') && status !== 'INIT_COMPLETE')
  return {up: up.length, all: servers.length}
}
