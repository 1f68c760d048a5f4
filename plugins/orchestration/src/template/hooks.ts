import type {Tree, TreeMap} from '#template/tree'

export type Hook = 'pre-create' | 'pre-update' | 'pre-delete'

/**
 * Sets a hook on resources through the environment's registry. A resource is given by its path through nested stacks,
 * `nested/another/server`; each part may contain wildcards, which Heat resolves.
 */
export function addHooks(environment: TreeMap, resources: readonly string[], hook: Hook): void {
  const declared = childOf(childOf(environment, 'resource_registry'), 'resources')
  for (const resource of resources) partsOf(resource).reduce(childOf, declared).set('hooks', hook)
}

const partsOf = (path: string): string[] => path.split('/').filter(Boolean)

function childOf(parent: Map<string, Tree>, key: string): TreeMap {
  const child = parent.get(key)
  if (child instanceof Map) return child
  const created: TreeMap = new Map()
  parent.set(key, created)
  return created
}
