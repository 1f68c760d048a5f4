import {type Columns, type Flags, type JsonObject, Known, type Row} from '@osc-cli/core'
import {pathOf} from '#path'

// https://docs.openstack.org/api-ref/identity/v3/#projects
export const Project = Known.Project

/** The projects that a user has a role on; all users can list their own. */
export const projectsOf = (userId: string) => ({...Project, path: pathOf('users', userId, 'projects')})

export const projectColumns: Columns = {ID: 'id', Name: 'name'}

export const longProjectColumns: Columns = {
  ...projectColumns,
  'Domain ID': 'domain_id',
  Description: 'description',
  Enabled: 'enabled',
}

/** `--property` as keys of the body; only `is_domain` is not a string. */
export function projectProperties(properties: readonly Flags.KeyValue[] | undefined): JsonObject {
  const body: JsonObject = Object.fromEntries((properties ?? []).map(({key, value}) => [key, value]))
  const isDomain = String(body.is_domain).toLowerCase()
  if (Object.hasOwn(IS_DOMAIN, isDomain)) body.is_domain = IS_DOMAIN[isDomain]
  return body
}

const IS_DOMAIN: JsonObject = {true: true, false: false, none: null}

interface TagFlags {
  tag?: string[] | undefined
  'remove-tag'?: string[] | undefined
  'clear-tags': boolean
}

export const changesTags = (flags: TagFlags): boolean =>
  flags['clear-tags'] || flags.tag !== undefined || flags['remove-tag'] !== undefined

/** The new tags of a project: cleared, then removed, then added. */
export function changedTags(project: Row, flags: TagFlags): string[] {
  const present = flags['clear-tags'] || !Array.isArray(project.tags) ? [] : project.tags.map(String)
  const gone = new Set(flags['remove-tag'])
  return [...new Set([...present.filter((tag) => !gone.has(tag)), ...(flags.tag ?? [])])]
}
