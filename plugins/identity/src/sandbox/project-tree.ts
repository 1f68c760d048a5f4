import {asText, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call} from '@osc-cli/core/sandbox'
import {ancestorsOf} from '#sandbox/effective-roles'
import {isOn} from '#sandbox/filters'
import {idOf, type Keystone} from '#sandbox/keystone'
import {linked} from '#sandbox/links'
import {projectsOfUser} from '#sandbox/own-scopes'

/** A project with its parents and children, as the query asks: as IDs, or as a list of those the caller has a role on. */
export function expanded(keystone: Keystone, project: JsonObject, call: Call): JsonObject {
  const shown = {...project}
  for (const part of ['parents', 'subtree'] as const) {
    const [asList, asIds] = [isOn(call, `${part}_as_list`), isOn(call, `${part}_as_ids`)]
    if (asList && asIds)
      throw badRequest(`Cannot use ${part}_as_list and ${part}_as_ids query params at the same time.`)
    const isUp = part === 'parents'
    if (asIds) shown[part] = isUp ? idsAbove(keystone, project) : idsBelow(keystone, idOf(project))
    if (asList)
      shown[part] = own(
        keystone,
        isUp ? ancestorsOf(keystone, idOf(project)) : subtreeOf(keystone, idOf(project)),
        call,
      )
  }
  return shown
}

function own(keystone: Keystone, projects: readonly JsonObject[], call: Call): JsonObject[] {
  const ids = new Set(projectsOfUser(keystone, call.caller.userId).map(idOf))
  return projects
    .filter((project) => ids.has(idOf(project)))
    .map((project) => ({project: linked(call, '/projects', withLimits(keystone, project, call))}))
}

const withLimits = ({records}: Keystone, project: JsonObject, call: Call): JsonObject =>
  isOn(call, 'include_limits') ? {...project, limits: records.limits.find({project_id: idOf(project)})} : project

/** All descendants of a project, level by level. */
export function subtreeOf(keystone: Keystone, id: string): JsonObject[] {
  const children = keystone.records.projects.find({parent_id: id})
  return [...children, ...children.flatMap((child) => subtreeOf(keystone, idOf(child)))]
}

function idsAbove(keystone: Keystone, {parent_id}: JsonObject): JsonObject | null {
  const parent = keystone.records.projects.get(asText(parent_id) ?? '')
  return parent ? {[idOf(parent)]: idsAbove(keystone, parent)} : null
}

function idsBelow(keystone: Keystone, id: string): JsonObject | null {
  const children = keystone.records.projects.find({parent_id: id})
  if (children.length === 0) return null
  return Object.fromEntries(children.map((child) => [idOf(child), idsBelow(keystone, idOf(child))]))
}
