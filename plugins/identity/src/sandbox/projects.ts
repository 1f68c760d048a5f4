import {asText, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, forbidden, type Routes} from '@osc-cli/core/sandbox'
import {type Collection, collection} from '#sandbox/collection'
import {ancestorsOf} from '#sandbox/effective-roles'
import {withExtra} from '#sandbox/extra'
import {duplicate} from '#sandbox/failures'
import {idOf, type Keystone} from '#sandbox/keystone'
import {checkDeletable, checkMutable, IMMUTABLE, mergeOptions} from '#sandbox/options'
import {hasTags, TAGS} from '#sandbox/project-tags'
import {expanded} from '#sandbox/project-tree'
import {removeProject} from '#sandbox/removal'
import {DESCRIPTION, FLAG, ID, NAME, nullable, required, type Schema} from '#sandbox/schema'
import {revokeAllOf} from '#sandbox/token'

const SCHEMA: Schema = {
  name: required({...NAME, most: 64}),
  description: DESCRIPTION,
  domain_id: nullable(ID),
  enabled: FLAG,
  is_domain: FLAG,
  parent_id: nullable(ID),
  tags: TAGS,
  options: IMMUTABLE,
}

const COLUMNS = ['id', ...Object.keys(SCHEMA)]

export function projectRoutes(keystone: Keystone): Routes {
  const declared: Collection = {
    name: 'projects',
    member: 'project',
    schema: SCHEMA,
    filters: ['domain_id', 'enabled', 'name', 'parent_id', 'is_domain'],
    target: (project) => ({projectId: asText(project.id), domainId: asText(project.domain_id)}),
    isListed: (project, call) =>
      (call.query.has('is_domain') || project.is_domain === false) &&
      (call.caller.domainId === undefined || project.domain_id === call.caller.domainId) &&
      hasTags(project, call),
    create: (body, call) => newProject(keystone, body, call),
    update: (project, changes) => changedProject(keystone, project, changes),
    beforeDelete(project) {
      checkDeletable('project', project)
      if (project.is_domain === true && project.enabled === true)
        throw forbidden('Cannot delete a domain that is enabled, please disable it first.')
      if (childrenOf(keystone, idOf(project)).length > 0)
        throw forbidden(
          `Cannot delete the project ${idOf(project)} since it is not a leaf in the hierarchy. Use the cascade option if you want to delete a whole subtree.`,
        )
      removeProject(keystone, project)
    },
    view: (project, call) =>
      call.params.id === undefined ? project : expanded(keystone, withExtra(project, call, COLUMNS), call),
  }
  return collection(keystone, declared)
}

export const childrenOf = ({records}: Keystone, id: string): JsonObject[] => records.projects.find({parent_id: id})

function newProject(keystone: Keystone, body: JsonObject, call: Call): JsonObject {
  const isDomain = body.is_domain === true
  const domain = isDomain ? null : (asText(body.domain_id) ?? call.caller.domainId ?? 'default')
  const {extra: _extra, ...rest} = body
  const project: JsonObject = {
    description: '',
    enabled: true,
    tags: [],
    ...rest,
    name: String(body.name).trim(),
    domain_id: domain,
    parent_id: asText(body.parent_id) ?? domain,
    is_domain: isDomain,
    options: mergeOptions({}, body.options),
  }
  checkPlace(keystone, project)
  checkName(keystone, project, keystone.cloud.newId())
  return project
}

const DEPTH = 6

function checkPlace(keystone: Keystone, project: JsonObject): void {
  const {projects} = keystone.records
  const [domain, parent] = [asText(project.domain_id), asText(project.parent_id)]
  if (domain === undefined) {
    if (parent !== undefined) throw badRequest('only root projects are allowed to act as domains.')
    return
  }
  if (projects.get(domain)?.is_domain !== true) throw badRequest(`Could not find domain: ${domain}.`)
  const above = projects.get(parent ?? domain)
  if (!above) throw badRequest(`Could not find project: ${parent}.`)
  if (above.is_domain === true && above.id !== domain)
    throw badRequest(
      `Cannot create project, the parent (${parent}) is acting as a domain, but this project's domain id (${domain}) does not match the parent's id.`,
    )
  if (above.is_domain !== true && above.domain_id !== domain)
    throw badRequest(
      `Cannot create project, since it specifies its domain_id ${domain}, but specifies a parent in a different domain (${asText(above.domain_id)}).`,
    )
  const branch = [above, ...ancestorsOf(keystone, idOf(above))]
  const disabled = branch.find(({enabled}) => enabled === false)
  if (disabled) throw badRequest(`cannot create a project in a branch containing a disabled project: ${idOf(disabled)}`)
  if (branch.length >= DEPTH) throw forbidden(`Max hierarchy depth reached for ${idOf(above)} branch.`)
}

function checkName({records}: Keystone, project: JsonObject, id: string): void {
  const name = asText(project.name)
  const same = records.projects.find({name, domain_id: asText(project.domain_id) ?? null})
  if (same.every((other) => other.id === project.id)) return
  throw project.is_domain === true
    ? duplicate('project', `it is not permitted to have two projects acting as domains with the same name: ${name}`)
    : duplicate(
        'project',
        `it is not permitted to have two projects with either the same name or same id in the same domain: name is ${name}, project id ${id}`,
      )
}

/** A project or domain after an update; 403 or 400 for invalid changes. */
export function changedProject(keystone: Keystone, project: JsonObject, changes: JsonObject): JsonObject {
  const id = idOf(project)
  checkMutable(project.is_domain === true ? 'domain' : 'project', project, changes)
  if (changes.domain_id !== undefined && changes.domain_id !== project.domain_id)
    throw badRequest('Cannot change Domain ID')
  if (changes.parent_id !== undefined && changes.parent_id !== project.parent_id)
    throw forbidden('Update of `parent_id` is not allowed.')
  if (changes.is_domain !== undefined && changes.is_domain !== project.is_domain)
    throw badRequest('Update of `is_domain` is not allowed.')
  if (project.enabled === false && changes.enabled === true) {
    if (ancestorsOf(keystone, id).some(({enabled}) => enabled === false))
      throw forbidden(`Cannot enable project ${id} since it has disabled parents`)
  }
  if (project.enabled === true && changes.enabled === false) {
    if (project.is_domain !== true && childrenOf(keystone, id).some(({enabled}) => enabled === true))
      throw forbidden(`Cannot disable project ${id} since its subtree contains enabled projects.`)
    revokeAllOf(keystone, 'project', id)
  }
  const changed = {...project, ...changes, options: mergeOptions(project.options, changes.options)}
  if (changes.name !== undefined) checkName(keystone, changed, id)
  return changed
}
