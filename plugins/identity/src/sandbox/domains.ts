import type {JsonObject} from '@osc-cli/core'
import {type Call, forbidden, type Routes} from '@osc-cli/core/sandbox'
import {duplicate, missing} from '#sandbox/failures'
import {filtered} from '#sandbox/filters'
import {idOf, type Keystone} from '#sandbox/keystone'
import {linked, listed} from '#sandbox/links'
import {checkDeletable, IMMUTABLE, mergeOptions} from '#sandbox/options'
import {enforce} from '#sandbox/policy'
import {TAGS} from '#sandbox/project-tags'
import {changedProject} from '#sandbox/projects'
import {removeProject} from '#sandbox/removal'
import {checkBody, DESCRIPTION, FLAG, NAME, required, type Schema} from '#sandbox/schema'

const SCHEMA: Schema = {
  name: required({...NAME, most: 64}),
  description: DESCRIPTION,
  enabled: FLAG,
  tags: TAGS,
  options: IMMUTABLE,
}

/** A project with `is_domain` as a domain. */
export function domainView(project: JsonObject): JsonObject {
  const {domain_id: _domain, parent_id: _parent, is_domain: _isDomain, ...domain} = project
  return domain
}

export function domainRoutes(keystone: Keystone): Routes {
  const {projects} = keystone.records
  const shown = (call: Call, domain: JsonObject) => ({domain: linked(call, '/domains', domainView(domain))})
  const found = (call: Call, action: string): JsonObject => {
    const {id = ''} = call.params
    const domain = projects.get(id)
    const own = projects.get(call.caller.projectId ?? '')
    enforce(call, action, {projectDomainOf: {own: own && String(own.domain_id), wanted: id}})
    if (domain?.is_domain !== true) throw missing('domains', id)
    return domain
  }
  return {
    'GET /v3/domains': (call) => {
      enforce(call, 'list_domains')
      return listed(
        call,
        'domains',
        filtered(call, projects.find({is_domain: true}), ['name', 'enabled']).map(domainView),
      )
    },
    'GET /v3/domains/:id': (call) => ({body: shown(call, found(call, 'get_domain'))}),
    'POST /v3/domains': (call) => {
      enforce(call, 'create_domain')
      const domain = newDomain(keystone, checkBody(call.body.domain ?? {}, SCHEMA))
      projects.put(idOf(domain), domain)
      return {status: 201, body: shown(call, domain)}
    },
    'PATCH /v3/domains/:id': (call) => {
      const domain = found(call, 'update_domain')
      const changed = changedProject(keystone, domain, checkBody(call.body.domain ?? {}, SCHEMA, false))
      projects.put(idOf(domain), changed)
      return {body: shown(call, changed)}
    },
    'DELETE /v3/domains/:id': (call) => {
      const domain = found(call, 'delete_domain')
      checkDeletable('domain', domain)
      if (domain.enabled === true) throw forbidden('Cannot delete a domain that is enabled, please disable it first.')
      removeProject(keystone, domain)
      projects.delete(idOf(domain))
      return {status: 204}
    },
  }
}

function newDomain({records, cloud}: Keystone, body: JsonObject): JsonObject {
  const name = String(body.name).trim()
  if (records.projects.find({name, is_domain: true}).length > 0)
    throw duplicate('project', `it is not permitted to have two projects acting as domains with the same name: ${name}`)
  return {
    id: cloud.newId(),
    description: '',
    enabled: true,
    tags: [],
    ...body,
    name,
    domain_id: null,
    parent_id: null,
    is_domain: true,
    options: mergeOptions({}, body.options),
  }
}
