import {type Columns, defineResource} from '@osc-cli/core'
import {pathOf} from '#path'
import {Project} from '#project'

// https://docs.openstack.org/api-ref/identity/v3-ext/#os-ep-filter-api
export const EndpointGroup = defineResource({
  noun: 'endpoint group',
  service: 'identity',
  path: '/OS-EP-FILTER/endpoint_groups',
  member: 'endpoint_group',
  collection: 'endpoint_groups',
  caseless: true,
})

export const endpointGroupColumns: Columns = {ID: 'id', Name: 'name', Description: 'description'}

/** The endpoint groups associated with a project. */
export const endpointGroupsOf = (projectId: string) => ({
  ...EndpointGroup,
  path: pathOf('OS-EP-FILTER', 'projects', projectId, 'endpoint_groups'),
})

/** The projects associated with an endpoint group. */
export const projectsWithGroup = (groupId: string) => ({
  ...Project,
  path: pathOf('OS-EP-FILTER', 'endpoint_groups', groupId, 'projects'),
})

export const groupAssociationPath = (groupId: string, projectId: string): string =>
  pathOf('OS-EP-FILTER', 'endpoint_groups', groupId, 'projects', projectId)
