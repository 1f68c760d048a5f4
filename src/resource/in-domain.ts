import type {Api} from '#resource/api'
import {Domain} from '#resource/known'
import type {Resource} from '#resource/resource'

/** The ID of a user, group, project or role, searched in a domain if one is given; undefined if nothing is given. */
export async function idIn(api: Api, resource: Resource, nameOrId: string, domain?: string): Promise<string>
export async function idIn(
  api: Api,
  resource: Resource,
  nameOrId?: string,
  domain?: string,
): Promise<string | undefined>
export async function idIn(
  api: Api,
  resource: Resource,
  nameOrId?: string,
  domain?: string,
): Promise<string | undefined> {
  if (nameOrId === undefined) return undefined
  return await api(resource).id(nameOrId, await inDomain(api, domain))
}

/** The query that limits a search to a domain given by name or ID; undefined if none is given. */
export async function inDomain(api: Api, domain: string | undefined): Promise<{domain_id: string} | undefined> {
  return domain === undefined ? undefined : {domain_id: await api(Domain).id(domain)}
}
