import type {Access, Api, JsonObject, Resource} from '@osc-cli/core'
import {inDomain} from '@osc-cli/core'

/**
 * Finds a project, user or domain. If the token shows that it is the caller's own, it is read by the token's ID: plain
 * users can read their own but cannot search by name.
 */
export async function findOrOwn(
  api: Api,
  access: Access,
  resource: Resource,
  nameOrId: string,
  domain?: string,
): Promise<JsonObject> {
  const own = ownId(access, resource.noun, nameOrId, domain)
  if (own !== undefined) return await api(resource).get(own)
  return await api(resource).find(nameOrId, await inDomain(api, domain))
}

/** The ID in the token of a `noun` (project, user, domain) with this name in this domain; undefined if the names differ. */
export function ownId(access: Access, noun: string, name: string, domain?: string): string | undefined {
  const own = namesIn(access)[noun]
  if (own === undefined || own.name !== name) return undefined
  const elsewhere = domain !== undefined && !own.domain.includes(domain)
  return elsewhere ? undefined : own.id
}

interface Own {
  id: string | undefined
  name: string | undefined
  /** ID and name of its domain. */
  domain: readonly (string | undefined)[]
}

const namesIn = (access: Access): Record<string, Own> => ({
  project: {id: access.projectId, name: access.projectName, domain: [access.projectDomainId, access.projectDomainName]},
  user: {id: access.userId, name: access.userName, domain: [access.userDomainId, access.userDomainName]},
  domain: {
    id: access.domainId ?? access.projectDomainId,
    name: access.domainName ?? access.projectDomainName,
    domain: [],
  },
})
