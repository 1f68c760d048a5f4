import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, notFound, type RestCollection, type Routes} from '@osc-cli/core/sandbox'
import {type Cinder, isAdmin} from '#sandbox/cinder'
import {NAMED, OWNED} from '#sandbox/owned'

const filters = ['name', 'status']

export const groupCollection = (cinder: Cinder): RestCollection => ({
  path: '/v3/groups',
  alsoListed: ['/v3/groups/detail'],
  member: 'group',
  collection: 'groups',
  ...OWNED,
  filters,
  without: ['delete'],
  fields: {
    ...NAMED,
    group_type: {type: 'string', required: true},
    volume_types: {type: 'array', required: true},
    availability_zone: {type: 'string', nullable: true},
    group_snapshot_id: {type: 'string', readOnly: true},
    source_group_id: {type: 'string', readOnly: true},
    project_id: {type: 'string', readOnly: true},
    replication_status: {type: 'string', readOnly: true},
  },
  created(record) {
    if (!cinder.groupTypes.get(asText(record.group_type) ?? '')) throw notFound('Group type could not be found.')
    return {...record, availability_zone: record.availability_zone ?? 'nova'}
  },
  view: (record, call) =>
    call.query.get('list_volume') === 'true'
      ? {...record, volumes: cinder.volumes.find({group_id: asText(record.id)}).map(({id}) => id ?? null)}
      : record,
})

export const groupSnapshotCollection = ({groups}: Cinder): RestCollection => ({
  path: '/v3/group_snapshots',
  alsoListed: ['/v3/group_snapshots/detail'],
  member: 'group_snapshot',
  collection: 'group_snapshots',
  ...OWNED,
  filters,
  without: ['update'],
  fields: {...NAMED, group_id: {type: 'string', required: true}, project_id: {type: 'string', readOnly: true}},
  created(record) {
    const group = groups.get(asText(record.group_id) ?? '')
    if (!group) throw notFound(`Group ${asText(record.group_id)} could not be found.`)
    return {...record, group_type_id: group.group_type}
  },
  view: (record, call) =>
    call.method === 'POST' ? {id: record.id, name: record.name, group_type_id: record.group_type_id} : record,
})

export const groupTypeCollection = (): RestCollection => ({
  path: '/v3/group_types',
  member: 'group_type',
  collection: 'group_types',
  uuids: true,
  unique: 'name',
  updateMethod: 'PUT',
  statuses: {create: 202, delete: 202},
  allow: {create: isAdmin, update: isAdmin, delete: isAdmin},
  fields: {
    name: {type: 'string', required: true},
    description: {type: 'string', nullable: true},
    is_public: {type: 'boolean', default: true},
    group_specs: {type: 'object', default: {}},
  },
})

export function groupRoutes(cinder: Cinder): Routes {
  const {groups, groupSnapshots, groupTypes, volumes} = cinder
  const specsOf = (call: Call) => ({type: groupTypes.own(call), specs: asObject(groupTypes.own(call).group_specs)})
  return {
    'GET /v3/group_types/default': (call) => {
      const [type] = groupTypes.find({name: 'default_cgsnapshot_type'})
      if (!type) throw notFound('Default group type can not be found.')
      return {body: groupTypes.body(type, call)}
    },
    ...groupTypes.routes,
    'GET /v3/group_types': (call) => {
      const isListed = ({is_public}: JsonObject) =>
        call.query.get('is_public')?.toLowerCase() === 'none' || is_public === true
      return {body: {group_types: groupTypes.find().filter(isListed)}}
    },
    'POST /v3/group_types/:id/group_specs': (call) => {
      const {type, specs} = specsOf(call)
      groupTypes.put({...type, group_specs: {...specs, ...asObject(call.body.group_specs)}})
      return {status: 202, body: {group_specs: asObject(call.body.group_specs)}}
    },
    'DELETE /v3/group_types/:id/group_specs/:key': (call) => {
      const {type, specs} = specsOf(call)
      const {[call.params.key ?? '']: gone, ...group_specs} = specs
      if (gone === undefined) throw notFound(`Group type has no group specs with key ${call.params.key}.`)
      groupTypes.put({...type, group_specs})
      return {status: 202}
    },
    'POST /v3/groups/action': (call) => {
      const {source_group_id, group_snapshot_id, ...texts} = asObject(call.body['create-from-src'])
      const snapshot = groupSnapshots.get(asText(group_snapshot_id) ?? '')
      const source = groups.get(asText(source_group_id ?? snapshot?.group_id) ?? '')
      if (!source) throw notFound('The source of the group could not be found.')
      const group = groups.put({
        ...source,
        ...texts,
        id: crypto.randomUUID(),
        source_group_id: source_group_id ?? null,
        group_snapshot_id: group_snapshot_id ?? null,
      })
      return {status: 202, body: {group: {id: group.id, name: group.name}}}
    },
    ...groups.routes,
    'POST /v3/groups/:id/action': (call) => {
      const group = groups.own(call)
      const [[action, body] = ['', null]] = Object.entries(call.body)
      if (action === 'delete') {
        const members = volumes.find({group_id: groups.idOf(group)})
        if (members.length > 0 && asObject(body)['delete-volumes'] !== true)
          throw badRequest('Invalid group: the group still contains volumes.')
        for (const volume of members) volumes.delete(volumes.idOf(volume))
        groups.delete(groups.idOf(group))
        return {status: 202}
      }
      if (action === 'list_replication_targets') return {body: {replication_targets: []}}
      const replication_status = REPLICATION[action]
      if (replication_status === undefined) throw badRequest('There is no such action.')
      groups.put({...group, replication_status})
      return {status: 202}
    },
    ...groupSnapshots.routes,
  }
}

/** What becomes of a group's replication. */
const REPLICATION: Readonly<Record<string, string>> = {
  enable_replication: 'enabled',
  disable_replication: 'disabled',
  failover_replication: 'failed-over',
}
