import type {Api} from '#resource/api'
import {defineResource} from '#resource/resource'

// https://docs.openstack.org/api-ref/identity/v3/#projects
const Project = defineResource({
  noun: 'project',
  service: 'identity',
  path: '/projects',
  member: 'project',
  collection: 'projects',
  caseless: true,
})

const Domain = defineResource({
  noun: 'domain',
  service: 'identity',
  path: '/domains',
  member: 'domain',
  collection: 'domains',
  by: 'id-then-name',
  caseless: true,
})

/** The ID of a project given by name or ID, in a domain if one is named: for commands that span services. */
export async function projectId(api: Api, nameOrId: string, domain?: string): Promise<string> {
  return await api(Project).id(nameOrId, domain === undefined ? undefined : {domain_id: await api(Domain).id(domain)})
}

/** All projects that the caller may list. */
export const allProjects = (api: Api) => api(Project).list()
