import type {Handle} from '#sandbox/resources/type'

/** Where a POST reaches a resource. */
export function signalUrl({world, stack, record}: Pick<Handle, 'world' | 'stack' | 'record'>): string {
  const path = [stack.projectId, 'stacks', stack.name, stack.id, 'resources', record.name, 'signal']
  return `${world.cloud.url}/orchestration/v1/${path.map(encodeURIComponent).join('/')}`
}
