import {restCollection, type SandboxService} from '@osc-cli/core/sandbox'

/** The parts of the service that the commands use, to try and test them without a cloud. */
const service: SandboxService = {
  type: 'example',
  name: 'example',
  prefix: 'example',
  endpoint: '/v1',
  failureBody: ({status, title, message}) => ({error: {code: status, title, message}}),
  open: (cloud) => ({
    publicRoutes: {
      'GET /': ({origin}) => ({
        body: {versions: [{id: 'v1', status: 'CURRENT', links: [{rel: 'self', href: `${origin}/example/v1`}]}]},
      }),
    },
    routes: restCollection(cloud, 'example/widgets', {
      path: '/v1/widgets',
      member: 'widget',
      collection: 'widgets',
      fields: {name: {type: 'string', required: true}, size: {type: 'integer', default: 1}},
      filters: ['name'],
      unique: 'name',
      projectKey: 'project_id',
    }),
  }),
}

export default service
