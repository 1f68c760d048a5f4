import {asText} from '@osc-cli/core'
import {
  conflict,
  type Microversions,
  matchesPattern,
  notFound,
  requestedMicroversion,
  restCollection,
  restRecords,
  type SandboxCloud,
  type SandboxService,
  tagMatches,
  tagRoutes,
} from '@osc-cli/core/sandbox'

const MICROVERSIONS: Microversions = {service: 'library', lowest: '2.1', highest: '2.9', header: 'X-Library-Version'}

/** A service that uses the whole kit. */
export const library: SandboxService = {
  type: 'library',
  name: 'library',
  prefix: 'library',
  endpoint: '/v2',
  failureBody: ({status, message}) => ({error: {code: status, message}}),
  open: (cloud) => ({routes: {...shelves(cloud), ...scrolls(cloud), ...loans(cloud), ...bodies()}}),
}

/** Like Nova and Neutron: envelope, projects, microversions, tags, actions, sub-collections. */
function shelves(cloud: SandboxCloud) {
  const records = restRecords(cloud, 'library/shelves', {
    path: '/v2/shelves',
    alsoListed: ['/v2/shelves/detail'],
    member: 'shelf',
    collection: 'shelves',
    noun: 'Shelf',
    uuids: true,
    projectKey: 'project_id',
    allProjects: 'all_tenants',
    isShared: ({shared}) => shared === true,
    unique: 'name',
    times: {created: 'created_at', updated: 'updated_at'},
    updateMethod: 'PUT',
    statuses: {create: 202},
    microversions: MICROVERSIONS,
    fields: {
      name: {type: 'string', required: true},
      secret: {type: 'string', hidden: true},
      shared: {type: 'boolean', default: false},
      tags: {type: 'array', default: [], since: '2.5'},
      anything: {type: 'any'},
      weight: {type: 'number', default: 1},
    },
    filters: ['name', 'shared'],
    matches: {...tagMatches, pattern: ({name}, pattern) => matchesPattern(asText(name) ?? '', pattern)},
    created(record) {
      records.later(
        records.idOf(record),
        {seconds: 60, change: {status: 'MOVING'}},
        {requests: 2, change: {status: 'READY'}},
      )
      return {...record, status: 'BUILDING'}
    },
    changed(record, changes) {
      if (record.name === 'fixed') throw conflict('The shelf is fixed.')
      return {...record, ...changes, changes: Number(record.changes ?? 0) + 1}
    },
    beforeDelete({name}) {
      if (name === 'fixed') throw conflict('The shelf is fixed.')
    },
    view: (record, call, {secret}) =>
      call.path.endsWith('/shelves') && call.method === 'GET'
        ? {id: record.id, name: record.name}
        : {...record, locked: secret !== null},
  })
  return {
    ...records.routes,
    ...tagRoutes(records, '/v2/shelves'),
    ...restCollection(cloud, 'library/books', {
      path: '/v2/shelves/:shelf/books',
      parents: {shelf: {records, key: 'shelf_id'}},
      member: 'book',
      collection: 'books',
      unique: 'title',
      fields: {title: {type: 'string', required: true}},
    }),
    'POST /v2/shelves/:id/action': (call) => {
      const shelf = records.own(call)
      if ('burn' in call.body) records.later(records.idOf(shelf), {seconds: 5, change: null})
      else records.put({...shelf, status: 'PAINTED'})
      return {status: 202}
    },
    'GET /v2/microversion': (call) => ({body: requestedMicroversion(call, MICROVERSIONS)}),
  } satisfies SandboxRoutes
}

type SandboxRoutes = ReturnType<typeof restCollection>

/** Like Glance: no envelope, JSON patches, keys of the user's own, bare lists. */
const scrolls = (cloud: SandboxCloud) =>
  restCollection(cloud, 'library/scrolls', {
    path: '/v2/scrolls',
    collection: 'scrolls',
    noun: 'scroll',
    idKey: 'uuid',
    alsoFoundBy: 'name',
    additional: true,
    jsonPatch: true,
    fields: {
      name: {type: 'string', required: true},
      length: {type: 'integer', default: 1},
      labels: {type: 'array', default: []},
      state: {type: 'string', readOnly: true, default: 'rolled'},
    },
    listBody: (rows, next) => (next === undefined ? rows : {rows, next}),
  })

/** Like Keystone's federation: created by PUT with an ID of the caller's choice. */
const loans = (cloud: SandboxCloud) =>
  restCollection(cloud, 'library/loans', {
    path: '/v2/loans',
    collection: 'loans',
    member: 'loan',
    createMethod: 'PUT',
    allow: {update: ({caller}) => caller.roles.includes('admin'), delete: (_call, loan) => loan?.returned === true},
    fields: {returned: {type: 'boolean', default: false}},
  })

const bodies = (): SandboxRoutes => ({
  'POST /v2/yaml': ({text}) => ({body: text.toUpperCase(), headers: {'content-type': 'application/x-yaml'}}),
  'PUT /v2/bytes': ({bytes}) => ({body: bytes.toReversed()}),
  'POST /v2/json': ({json}) => ({body: {json}}),
  'GET /v2/none': () => {
    throw notFound('none')
  },
})
