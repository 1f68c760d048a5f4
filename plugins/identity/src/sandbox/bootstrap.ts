import {asText, type JsonObject} from '@osc-cli/core'
import {inCatalog} from '@osc-cli/core/sandbox'
import {putGrant} from '#sandbox/grant-store'
import {idOf, type Keystone} from '#sandbox/keystone'
import {keepSecret} from '#sandbox/passwords'

/** Fills an empty store like `keystone-manage bootstrap` and a first administrator. */
export function bootstrap(keystone: Keystone): void {
  const {records} = keystone
  if (records.projects.count() > 0) return
  records.projects.put('default', {
    id: 'default',
    name: 'Default',
    domain_id: null,
    description: 'The default domain',
    enabled: true,
    parent_id: null,
    is_domain: true,
    tags: [],
    options: {},
  })
  records.regions.put(keystone.cloud.region, {id: keystone.cloud.region, description: '', parent_region_id: null})
  const reader = addRole(keystone, 'reader', {immutable: true})
  const member = addRole(keystone, 'member', {immutable: true})
  const admin = addRole(keystone, 'admin', {immutable: true})
  addRole(keystone, 'service')
  addRole(keystone, 'heat_stack_owner')
  addRole(keystone, 'heat_stack_user')
  imply(keystone, member, reader)
  imply(keystone, admin, member)

  const adminProject = addProject(keystone, 'admin', 'Bootstrap project for initializing the cloud.')
  const demoProject = addProject(keystone, 'demo', '')
  addProject(keystone, 'service', '')
  const adminUser = addUser(keystone, 'admin')
  const demoUser = addUser(keystone, 'demo')
  const grant = (user: string, target: 'project' | 'domain' | 'system', targetId: string, role: string) =>
    putGrant(keystone, {actor: 'user', actorId: user, target, targetId, roleId: role, inherited: false})
  grant(adminUser, 'project', adminProject, admin)
  grant(adminUser, 'project', demoProject, admin)
  grant(adminUser, 'domain', 'default', admin)
  grant(adminUser, 'system', 'system', admin)
  grant(demoUser, 'project', demoProject, member)
}

function add(keystone: Keystone, name: 'roles' | 'projects' | 'users', record: JsonObject): string {
  const id = keystone.cloud.newId()
  keystone.records[name].put(id, {id, ...record})
  return id
}

const addRole = (keystone: Keystone, name: string, options: JsonObject = {}): string =>
  add(keystone, 'roles', {name, domain_id: null, description: null, options})

const addProject = (keystone: Keystone, name: string, description: string): string =>
  add(keystone, 'projects', {
    name,
    domain_id: 'default',
    description,
    enabled: true,
    parent_id: 'default',
    is_domain: false,
    tags: [],
    options: {},
  })

function addUser(keystone: Keystone, name: 'admin' | 'demo'): string {
  const id = add(keystone, 'users', {name, domain_id: 'default', enabled: true, options: {}})
  keepSecret(keystone.records.passwords, id, keystone.cloud.secret(`${name}-password`))
  return id
}

function imply({records}: Keystone, prior: string, implied: string): void {
  const id = `${prior}/${implied}`
  records.implications.put(id, {id, prior_role_id: prior, implied_role_id: implied})
}

const INTERFACES = ['public', 'internal', 'admin']

/** Updates services and endpoints to the URLs of the running services; keeps what users added. */
export function registerServices(keystone: Keystone): void {
  const {records, cloud} = keystone
  const offered = cloud.services.filter(inCatalog)
  const running = new Set(offered.map(({type}) => type))
  for (const own of records.own_services.find()) if (!running.has(idOf(own))) forget(keystone, own)
  for (const {type, name, prefix, scheme, endpoint = ''} of offered) {
    const id = serviceId(keystone, type, name)
    const base = scheme === undefined ? cloud.url : cloud.url.replace(/^http/, scheme)
    const url = `${base}/${prefix}${endpoint.replaceAll(/\{(\w+)\}/g, '%($1)s')}`
    for (const kind of INTERFACES) putEndpoint(keystone, id, kind, url)
  }
}

function serviceId({records, cloud}: Keystone, type: string, name: string): string {
  const known = asText(records.own_services.get(type)?.service_id)
  if (known !== undefined && records.services.get(known)) return known
  const id = cloud.newId()
  records.services.put(id, {name, id, type, enabled: true})
  records.own_services.put(type, {id: type, service_id: id})
  return id
}

function putEndpoint({records, cloud}: Keystone, service: string, kind: string, url: string): void {
  const [known] = records.endpoints.find({service_id: service, interface: kind, region_id: cloud.region})
  const id = known ? idOf(known) : cloud.newId()
  const fresh = {id, interface: kind, region_id: cloud.region, service_id: service, enabled: true}
  records.endpoints.put(id, {...(known ?? fresh), url})
}

function forget({records}: Keystone, own: JsonObject): void {
  const service = String(own.service_id)
  for (const endpoint of records.endpoints.find({service_id: service})) records.endpoints.delete(idOf(endpoint))
  records.services.delete(service)
  records.own_services.delete(idOf(own))
}
