import {asArray, asText, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, forbidden, type Handler, type Routes, SandboxFailure} from '@osc-cli/core/sandbox'
import {type Collection, collection} from '#sandbox/collection'
import {duplicate, expecting} from '#sandbox/failures'
import {idOf, type Keystone} from '#sandbox/keystone'
import {linked} from '#sandbox/links'
import {enforce} from '#sandbox/policy'
import {checkBody, DESCRIPTION, ID, nullable, type Property, repr, required, type Schema} from '#sandbox/schema'

const REGION: Property = {type: 'string', nullable: true, least: 1, most: 255}
const RESOURCE: Property = {type: 'string', least: 1, most: 255}
const AMOUNT: Property = {type: 'integer', least: -1, most: 0x7fffffff}

const REGISTERED: Schema = {
  service_id: required(ID),
  region_id: REGION,
  resource_name: required(RESOURCE),
  default_limit: required(AMOUNT),
  description: DESCRIPTION,
}

const OWN: Schema = {
  project_id: nullable(ID),
  domain_id: nullable(ID),
  service_id: required(ID),
  region_id: REGION,
  resource_name: required(RESOURCE),
  resource_limit: required(AMOUNT),
  description: DESCRIPTION,
}

/** Registered limits by service, region and resource, and the limits of single projects and domains. */
export function limitRoutes(keystone: Keystone): Routes {
  const registered: Collection = {
    name: 'registered_limits',
    member: 'registered_limit',
    schema: REGISTERED,
    closed: true,
    filters: ['service_id', 'region_id', 'resource_name'],
    create: (body) => checkedRegistered(keystone, {description: null, region_id: null, ...body}),
    update(limit, changes) {
      checkUnused(keystone, limit)
      return checkedRegistered(keystone, {...limit, ...changes})
    },
    beforeDelete: (limit) => checkUnused(keystone, limit),
  }
  const own: Collection = {
    name: 'limits',
    member: 'limit',
    schema: OWN,
    updateSchema: {resource_limit: AMOUNT, description: DESCRIPTION},
    closed: true,
    filters: ['service_id', 'region_id', 'resource_name', 'project_id', 'domain_id'],
    target: (limit) => ({projectId: asText(limit.project_id), domainId: domainOfLimit(keystone, limit)}),
    isListed: (limit, {caller}) =>
      caller.system === true ||
      (caller.domainId !== undefined && limit.domain_id === caller.domainId) ||
      (caller.projectId !== undefined && limit.project_id === caller.projectId),
    create: (body) =>
      checkedLimit(keystone, {description: null, domain_id: null, project_id: null, region_id: null, ...body}),
  }
  return {
    'GET /v3/limits/model': (call) => {
      enforce(call, 'get_limit_model')
      const description = 'Limit enforcement and validation does not take project hierarchy into consideration.'
      return {body: {model: {description, name: 'flat'}}}
    },
    ...collection(keystone, registered),
    'POST /v3/registered_limits': creator(keystone, registered),
    ...collection(keystone, own),
    'POST /v3/limits': creator(keystone, own),
  }
}

/** Creates several in one request. */
function creator(keystone: Keystone, {name, schema, create}: Collection): Handler {
  return (call: Call) => {
    enforce(call, `create_${name}`)
    const sent = asArray(call.body[name])
    if (sent.length === 0) throw badRequest('[] is too short')
    const made = sent.map((item, place) => {
      const body = numbered(place, () => checkBody(item, schema, true, true))
      const record = {id: keystone.cloud.newId(), ...create(body, call)}
      keystone.records[name].put(record.id, record)
      return linked(call, `/${name}`, record)
    })
    return {status: 201, body: {[name]: made}}
  }
}

/** Names the invalid item of a list. */
function numbered(place: number, check: () => JsonObject): JsonObject {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof SandboxFailure) || !error.message.startsWith('Invalid input for field')) throw error
    throw badRequest(error.message.replace("field '", `field '${place}/`))
  }
}

const place = ({service_id, region_id, resource_name}: JsonObject) => ({
  service_id: asText(service_id) ?? null,
  region_id: asText(region_id) ?? null,
  resource_name: asText(resource_name) ?? null,
})

function checkPlace({records}: Keystone, limit: JsonObject, kind: string): void {
  if (!records.services.get(String(limit.service_id))) throw expecting('service_id', kind)
  const region = asText(limit.region_id)
  if (region !== undefined && !records.regions.get(region)) throw expecting('region_id', kind)
}

function checkedRegistered(keystone: Keystone, limit: JsonObject): JsonObject {
  checkPlace(keystone, limit, 'registered_limit')
  if (keystone.records.registered_limits.find(place(limit)).some((other) => other.id !== limit.id))
    throw duplicate('registered_limit', 'Duplicate entry')
  return limit
}

function checkUnused({records}: Keystone, limit: JsonObject): void {
  if (records.limits.find(place(limit)).length > 0)
    throw forbidden(
      `Unable to update or delete registered limit ${idOf(limit)} because there are project limits associated with it.`,
    )
}

function checkedLimit(keystone: Keystone, limit: JsonObject): JsonObject {
  const {records} = keystone
  const [project, domain] = [asText(limit.project_id), asText(limit.domain_id)]
  if ((project === undefined) === (domain === undefined))
    throw badRequest(`${repr(limit)} is not valid under any of the given schemas`)
  if (project !== undefined && !records.projects.get(project)) throw expecting('project_id', 'limit')
  if (domain !== undefined && records.projects.get(domain)?.is_domain !== true) throw expecting('domain_id', 'limit')
  checkPlace(keystone, limit, 'limit')
  if (records.registered_limits.find(place(limit)).length === 0)
    throw forbidden('Unable to create a limit that has no corresponding registered limit.')
  const owner = {project_id: project ?? null, domain_id: domain ?? null}
  if (records.limits.find({...place(limit), ...owner}).length > 0) throw duplicate('limit', 'Duplicate entry')
  return limit
}

function domainOfLimit({records}: Keystone, limit: JsonObject): string | undefined {
  const project = records.projects.get(asText(limit.project_id) ?? '')
  return asText(limit.domain_id) ?? asText(project?.domain_id)
}
