import type {Api} from '#resource/api'
import {idIn} from '#resource/in-domain'
import {Project} from '#resource/known'

/** The ID of a project given by name or ID, in a domain if one is named: for commands that span services. */
export const projectId = (api: Api, nameOrId: string, domain?: string): Promise<string> =>
  idIn(api, Project, nameOrId, domain)

/** All projects that the caller may list. */
export const allProjects = (api: Api) => api(Project).list()
