import type {Access, Api, JsonObject, Resource} from '@osc-cli/core'
import {inDomain} from '#id-in'

/**
 * What is named; when the token says that the name is our own project, user or domain, found by the token's ID: plain
 * users may see their own but may not look names up.
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

/** The token's own ID of a `noun` (project, user, domain) with this name in this domain; undefined when it has another. */
export function ownId(access: Access, noun: string, name: string, domain?: string): string | undefined {
  const own = namesIn(access)[noun]
  if (own === undefined || own.name !== name) return undefined
  const elsewhere = domain !== undefined && !own.domain.includes(domain)
  return elsewhere ? undefined : own.id
}

interface Own {
  id: string | undefined
  name: string | undefined
  /** ID and name of the domain it is in. */
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
