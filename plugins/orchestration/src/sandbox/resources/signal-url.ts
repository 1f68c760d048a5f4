import type {Handle} from '#sandbox/resources/type'

/** The URL to which a resource is signaled. */
export function signalUrl({world, stack, record}: Pick<Handle, 'world' | 'stack' | 'record'>): string {
  const path = [stack.projectId, 'stacks', stack.name, stack.id, 'resources', record.name, 'signal']
  return `${world.cloud.url}/orchestration/v1/${path.map(encodeURIComponent).join('/')}`
}
