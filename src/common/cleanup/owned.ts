import {asText, type JsonObject} from '#json'

const OWNERS = ['project_id', 'tenant_id', 'project', 'owner', 'os-vol-tenant-attr:tenant_id']

/**
 * Whether a record is the project's, as far as it says whose it is. Lists show administrators more than the project
 * they are in: Heat's has the stacks of all projects, Neutron's the networks that are shared.
 */
export const isOwned = (record: JsonObject, projectId: string): boolean =>
  OWNERS.every((key) => record[key] === undefined || record[key] === null || asText(record[key]) === projectId)
