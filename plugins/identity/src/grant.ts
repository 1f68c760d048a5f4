import {type Api, Flags, NotFoundError} from '@osc-cli/core'
import {Domain} from '#domain'
import {groupDomain, projectDomain, roleDomain, userDomain} from '#flags'
import {Group} from '#group'
import {idIn} from '#id-in'
import {pathOf} from '#path'
import {Project} from '#project'
import {Role} from '#role'
import {User} from '#user'

const scope = (description: string, helpValue: string) =>
  Flags.string({description, helpValue, exactlyOne: ['system', 'domain', 'project']})
const actor = (description: string, helpValue: string) =>
  Flags.string({description, helpValue, exactlyOne: ['user', 'group']})

/** Who has a role on what: for `role add` and `role remove`. */
export const grantFlags = {
  system: scope('The role counts on the whole system: all.', 'all'),
  domain: scope('The role counts on this domain (name or ID).', 'DOMAIN'),
  project: scope('The role counts on this project (name or ID).', 'PROJECT'),
  user: actor('The one to have it is this user (name or ID).', 'USER'),
  group: actor('The ones to have it are the members of this group (name or ID).', 'GROUP'),
  ...groupDomain,
  ...projectDomain,
  ...userDomain,
  inherited: Flags.boolean({description: 'The role counts on the projects below instead.', exclusive: ['system']}),
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
 * The path of an assignment, which PUT makes and DELETE takes back. With `mayBeGone`, a user or group that cannot be
 * found is taken for an ID, so that what a deleted one left behind can be cleared away.
 */
export async function grantPath(api: Api, role: string, flags: GrantFlags, {mayBeGone = false} = {}): Promise<string> {
  const [on, to, roleId] = await Promise.all([
    scopeParts(api, flags),
    actorParts(api, flags, mayBeGone),
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

async function actorParts(api: Api, flags: GrantFlags, mayBeGone: boolean): Promise<string[]> {
  const {user = '', group} = flags
  const [part, given] = group === undefined ? ['users', user] : ['groups', group]
  try {
    const id =
      group === undefined ? idIn(api, User, user, flags['user-domain']) : idIn(api, Group, group, flags['group-domain'])
    return [part, await id]
  } catch (error) {
    if (mayBeGone && error instanceof NotFoundError) return [part, given]
    throw error
  }
}
