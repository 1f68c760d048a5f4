import type {Session} from '#cloud/types'
import type {Api} from '#resource/api'
import {idIn} from '#resource/in-domain'
import {Project} from '#resource/known'

/** The ID of a project given by name or ID, in a domain if one is named: for commands that span services. */
export const projectId = (api: Api, nameOrId: string, domain?: string): Promise<string> =>
  idIn(api, Project, nameOrId, domain)

/** The ID of a project given by name or ID, or of the project that the session is for; undefined if it is for none. */
export const projectOrOwnId = async (api: Api, session: Session, nameOrId: string | undefined) =>
  nameOrId === undefined ? (await session.access()).projectId : await projectId(api, nameOrId)

/** All projects that the caller may list. */
export const allProjects = (api: Api) => api(Project).list()
