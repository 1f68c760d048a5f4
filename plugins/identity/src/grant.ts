import {type Api, Flags, idIn, NotFoundError} from '@osc-cli/core'
import {Domain} from '#domain'
import {groupDomain, projectDomain, roleDomain, userDomain} from '#flags'
import {Group} from '#group'
import {pathOf} from '#path'
import {Project} from '#project'
import {Role} from '#role'
import {User} from '#user'

const scope = (description: string, helpValue: string) =>
  Flags.string({description, helpValue, exactlyOne: ['system', 'domain', 'project']})
const actor = (description: string, helpValue: string) =>
  Flags.string({description, helpValue, exactlyOne: ['user', 'group']})

/** Role, actor and target for `role add` and `role remove`. */
export const grantFlags = {
  system: scope('System to assign the role on: all', 'all'),
  domain: scope('Domain to assign the role on (name or ID)', 'DOMAIN'),
  project: scope('Project to assign the role on (name or ID)', 'PROJECT'),
  user: actor('User to assign the role to (name or ID)', 'USER'),
  group: actor('Group to assign the role to (name or ID)', 'GROUP'),
  ...groupDomain,
  ...projectDomain,
  ...userDomain,
  inherited: Flags.boolean({description: 'Assign the role on the child projects instead', exclusive: ['system']}),
  ...roleDomain,
}

interface GrantFlags {
  system?: string | undefined
  domain?: string | undefined
  project?: string | undefined
  'project-domain'?: string | undefined
  user?: string | undefined
  'user-domain'?: string | undefined
  group?: string | undefined
  'group-domain'?: string | undefined
  'role-domain'?: string | undefined
  inherited: boolean
}

/**
 * The path of a role assignment, for PUT and DELETE. With `allowMissing`, a user or group that is not found is used
 * as an ID, so that assignments of deleted ones can be removed.
 */
export async function grantPath(
  api: Api,
  role: string,
  flags: GrantFlags,
  {allowMissing = false} = {},
): Promise<string> {
  const [on, to, roleId] = await Promise.all([
    scopeParts(api, flags),
    actorParts(api, flags, allowMissing),
    idIn(api, Role, role, flags['role-domain']),
  ])
  const grant = [...on, ...to, 'roles', roleId]
  return flags.inherited ? pathOf('OS-INHERIT', ...grant, 'inherited_to_projects') : pathOf(...grant)
}

async function scopeParts(api: Api, flags: GrantFlags): Promise<string[]> {
  if (flags.domain !== undefined) return ['domains', await idIn(api, Domain, flags.domain)]
  if (flags.project !== undefined) return ['projects', await idIn(api, Project, flags.project, flags['project-domain'])]
  return ['system']
}

async function actorParts(api: Api, flags: GrantFlags, allowMissing: boolean): Promise<string[]> {
  const {user = '', group} = flags
  const [part, given] = group === undefined ? ['users', user] : ['groups', group]
  try {
    const id =
      group === undefined ? idIn(api, User, user, flags['user-domain']) : idIn(api, Group, group, flags['group-domain'])
    return [part, await id]
  } catch (error) {
    if (allowMissing && error instanceof NotFoundError) return [part, given]
    throw error
  }
}
