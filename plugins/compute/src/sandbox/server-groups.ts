import {type Routes, restCollection, type SandboxCloud} from '@osc-cli/core/sandbox'
import {MICROVERSIONS} from '#sandbox/microversions'

export const serverGroupRoutes = (cloud: SandboxCloud): Routes =>
  restCollection(cloud, 'compute/server-groups', {
    path: '/v2.1/os-server-groups',
    member: 'server_group',
    collection: 'server_groups',
    noun: 'server group',
    uuids: true,
    projectKey: 'project_id',
    allProjects: 'all_projects',
    statuses: {create: 200},
    microversions: MICROVERSIONS,
    fields: {
      name: {type: 'string', required: true},
      policy: {type: 'string', since: '2.64'},
      policies: {type: 'array'},
      rules: {type: 'object', default: {}, since: '2.64'},
      members: {type: 'array', default: [], readOnly: true},
      user_id: {type: 'string', readOnly: true},
    },
    created: (group, {caller}) => ({...group, user_id: caller.userId}),
    without: ['update'],
  })
