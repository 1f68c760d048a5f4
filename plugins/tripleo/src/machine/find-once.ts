import type {CommandContext, JsonObject, Resource} from '@osc-cli/core'

/** Finds a record by name or ID. */
export type Find = (resource: Resource, nameOrId: string) => Promise<JsonObject>

/** Finds each record once: the servers of a role have the same image, networks and subnets. */
export function findOnce({api}: Pick<CommandContext, 'api'>): Find {
  const found = new Map<string, Promise<JsonObject>>()
  return (resource, nameOrId) => {
    const key = `${resource.noun} ${nameOrId}`
    const record = found.get(key) ?? api(resource).find(nameOrId)
    found.set(key, record)
    return record
  }
}
