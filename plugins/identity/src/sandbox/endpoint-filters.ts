import {isObject, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, type Handler, notFound, type Routes} from '@osc-cli/core/sandbox'
import {collection} from '#sandbox/collection'
import {chosenEndpoints, endpointsOfGroup} from '#sandbox/endpoint-choice'
import {endpointView} from '#sandbox/endpoints'
import {expecting, one} from '#sandbox/failures'
import {idOf, type Keystone, present} from '#sandbox/keystone'
import {listed} from '#sandbox/links'
import {enforce} from '#sandbox/policy'
import {deleteAll} from '#sandbox/removal'
import {DESCRIPTION, required} from '#sandbox/schema'

const GROUPS = '/OS-EP-FILTER/endpoint_groups'

/** Associations of endpoints and endpoint groups with projects. */
export const endpointFilterRoutes = (keystone: Keystone): Routes => ({
  ...endpointProjectRoutes(keystone),
  ...collection(keystone, {
    name: 'endpoint_groups',
    member: 'endpoint_group',
    path: GROUPS,
    schema: {name: required({type: 'string'}), description: DESCRIPTION, filters: required({type: 'object'})},
    filters: ['name'],
    create: (body) => checked({description: null, ...body}),
    update: (group, changes) => checked({...group, ...changes}),
    beforeDelete: (group) => deleteAll(keystone, 'group_filters', {endpoint_group_id: idOf(group)}),
  }),
  ...groupProjectRoutes(keystone),
})

function checked(group: JsonObject): JsonObject {
  const keys = Object.keys(isObject(group.filters) ? group.filters : {})
  if (keys.length === 0) throw badRequest('filters field is required and cannot be empty')
  if (keys.some((key) => !['service_id', 'region_id', 'interface'].includes(key)))
    throw expecting('service_id or region_id or interface', 'endpoint_group')
  return group
}

function endpointProjectRoutes(keystone: Keystone): Routes {
  const {endpoint_filters: filters, projects} = keystone.records
  const pair = ({params}: Call) => {
    const {id = '', endpoint = ''} = params
    one(keystone, 'endpoints', endpoint)
    one(keystone, 'projects', id)
    return {key: `${id}/${endpoint}`, project: id, endpoint}
  }
  const absent = (project: string, endpoint: string) => notFound(`Endpoint ${endpoint} not found in project ${project}`)
  const check: Handler = (call) => {
    enforce(call, 'check_endpoint_in_project')
    const {key, project, endpoint} = pair(call)
    if (!filters.get(key)) throw absent(project, endpoint)
    return {status: 204}
  }
  return {
    'GET /v3/OS-EP-FILTER/projects/:id/endpoints/:endpoint': check,
    'PUT /v3/OS-EP-FILTER/projects/:id/endpoints/:endpoint': (call) => {
      enforce(call, 'add_endpoint_to_project')
      const {key, project, endpoint} = pair(call)
      filters.put(key, {id: key, project_id: project, endpoint_id: endpoint})
      return {status: 204}
    },
    'DELETE /v3/OS-EP-FILTER/projects/:id/endpoints/:endpoint': (call) => {
      enforce(call, 'remove_endpoint_from_project')
      const {id = '', endpoint = ''} = call.params
      if (!filters.delete(`${id}/${endpoint}`)) throw absent(id, endpoint)
      return {status: 204}
    },
    'GET /v3/OS-EP-FILTER/projects/:id/endpoints': (call) => {
      enforce(call, 'list_endpoints_for_project')
      const project = one(keystone, 'projects', call.params.id ?? '')
      return listed(call, 'endpoints', chosenEndpoints(keystone, idOf(project)).map(endpointView))
    },
    'GET /v3/OS-EP-FILTER/endpoints/:id/projects': (call) => {
      enforce(call, 'list_projects_for_endpoint')
      const endpoint = one(keystone, 'endpoints', call.params.id ?? '')
      const ids = filters.find({endpoint_id: idOf(endpoint)}).map(({project_id}) => project_id)
      return listed(call, 'projects', present(projects, ids))
    },
  }
}

function groupProjectRoutes(keystone: Keystone): Routes {
  const {group_filters: filters, projects, endpoint_groups: groups} = keystone.records
  const pair = ({params}: Call) => {
    const {id = '', project = ''} = params
    one(keystone, 'projects', project)
    one(keystone, 'endpoint_groups', id)
    return {key: `${id}/${project}`, project, group: id}
  }
  const absent = () => notFound('Endpoint Group Project Association not found')
  const groupOf = (call: Call) => one(keystone, 'endpoint_groups', call.params.id ?? '')
  return {
    [`GET /v3${GROUPS}/:id/projects/:project`]: (call: Call) => {
      enforce(call, 'get_endpoint_group_in_project')
      const {key, group, project} = pair(call)
      if (!filters.get(key)) throw absent()
      const links = {self: `${GROUPS}/${group}/projects/${project}`}
      return {body: {project_endpoint_group: {endpoint_group_id: group, project_id: project, links}}}
    },
    [`PUT /v3${GROUPS}/:id/projects/:project`]: (call: Call) => {
      enforce(call, 'add_endpoint_group_to_project')
      const {key, group, project} = pair(call)
      filters.put(key, {id: key, endpoint_group_id: group, project_id: project})
      return {status: 204}
    },
    [`DELETE /v3${GROUPS}/:id/projects/:project`]: (call: Call) => {
      enforce(call, 'remove_endpoint_group_from_project')
      if (!filters.delete(pair(call).key)) throw absent()
      return {status: 204}
    },
    [`GET /v3${GROUPS}/:id/projects`]: (call: Call) => {
      enforce(call, 'list_projects_associated_with_endpoint_group')
      const ids = filters.find({endpoint_group_id: idOf(groupOf(call))}).map(({project_id}) => project_id)
      return listed(call, 'projects', present(projects, ids))
    },
    [`GET /v3${GROUPS}/:id/endpoints`]: (call: Call) => {
      enforce(call, 'list_endpoints_associated_with_endpoint_group')
      return listed(call, 'endpoints', endpointsOfGroup(keystone, groupOf(call)).map(endpointView))
    },
    'GET /v3/OS-EP-FILTER/projects/:id/endpoint_groups': (call: Call) => {
      enforce(call, 'list_endpoint_groups_for_project')
      const project = one(keystone, 'projects', call.params.id ?? '')
      const ids = filters.find({project_id: idOf(project)}).map(({endpoint_group_id}) => endpoint_group_id)
      const rows = present(groups, ids)
      return listed(call, 'endpoint_groups', rows, GROUPS)
    },
  }
}
