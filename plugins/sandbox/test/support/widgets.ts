import {
  type Caller,
  restCollection,
  type SandboxCloud,
  SandboxFailure,
  type SandboxService,
  type Store,
} from '@osc-cli/core/sandbox'

const CALLERS: Readonly<Record<string, Caller>> = {
  'admin-token': {
    token: 'admin-token',
    userId: 'u1',
    userName: 'admin',
    userDomainId: 'default',
    projectId: 'p1',
    roles: ['admin'],
  },
  'demo-token': {
    token: 'demo-token',
    userId: 'u2',
    userName: 'demo',
    userDomainId: 'default',
    projectId: 'p2',
    roles: ['member'],
  },
}

const failureBody: SandboxService['failureBody'] = ({status, message}) => ({error: {code: status, message}})

/** An identity service with two fixed tokens. */
export const tokens: SandboxService = {
  type: 'identity',
  name: 'tokens',
  prefix: 'identity',
  endpoint: '/v3',
  failureBody,
  open: () => ({routes: {}, authenticate: (token) => CALLERS[token]}),
}

/** A plain collection, and routes that misbehave. */
export const widgets: SandboxService = {
  type: 'widgets',
  name: 'widgets',
  prefix: 'widgets',
  endpoint: '/v1',
  failureBody,
  open: (cloud) => ({
    publicRoutes: {'GET /': () => ({body: {versions: ['v1']}})},
    routes: {...widgetRoutes(cloud), ...oddRoutes(cloud.store)},
  }),
}

const widgetRoutes = (cloud: SandboxCloud) =>
  restCollection(cloud, 'widgets/widgets', {
    path: '/v1/widgets',
    member: 'widget',
    collection: 'widgets',
    fields: {
      name: {type: 'string', required: true},
      size: {type: 'integer', default: 1},
      color: {type: 'string', oneOf: ['red', 'blue'], nullable: true},
      tags: {type: 'array', default: []},
      status: {type: 'string', readOnly: true, default: 'ACTIVE'},
    },
    filters: ['name', 'color'],
    unique: 'name',
    projectKey: 'project_id',
    allow: {delete: ({caller}) => caller.roles.includes('admin')},
  })

const oddRoutes = (store: Store) => ({
  'POST /v1/half': () => {
    store.collection('widgets/half').put('a', {id: 'a'})
    throw new SandboxFailure(409, 'half done')
  },
  'GET /v1/half': () => ({body: {count: store.collection('widgets/half').count()}}),
  'GET /v1/broken': () => {
    throw new Error('secret detail')
  },
  'GET /v1/full': () => {
    throw Object.assign(new Error('database or disk is full'), {code: 'ERR_SQLITE_ERROR', errcode: 13})
  },
  'GET /v1/origin': ({origin}: {origin: string}) => ({body: {origin}}),
  'GET /v1/text': () => ({body: '<p>', headers: {'content-type': 'text/html'}}),
  'GET /v1/mirror/:name': (call: {path: string; params: object; headers: Readonly<Record<string, string>>}) => ({
    body: {path: call.path, params: {...call.params}, agent: call.headers['user-agent'] ?? null},
  }),
})
