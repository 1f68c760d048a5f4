import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {badRequest, notFound, type RestCollection, type Routes} from '@osc-cli/core/sandbox'
import type {Cinder} from '#sandbox/cinder'
import {NAMED, OWNED} from '#sandbox/owned'

const FIELDS = {...NAMED, project_id: {type: 'string', readOnly: true, hidden: true}} as const

/** Cinder answers a new one with its ID and name. */
const brief: RestCollection['view'] = (record, call) =>
  call.method === 'POST' ? {id: record.id ?? null, name: record.name ?? null} : record

const split = (ids: JsonObject[string]): string[] => (asText(ids) ?? '').split(',').filter(Boolean)

export const consistencyGroupCollection = ({volumes}: Cinder): RestCollection => ({
  path: '/v3/consistencygroups',
  alsoListed: ['/v3/consistencygroups/detail'],
  member: 'consistencygroup',
  collection: 'consistencygroups',
  ...OWNED,
  without: ['delete'],
  filters: ['name'],
  fields: {
    ...FIELDS,
    volume_types: {type: 'string', required: true},
    availability_zone: {type: 'string', nullable: true},
    add_volumes: {type: 'string', hidden: true},
    remove_volumes: {type: 'string', hidden: true},
  },
  created: (record) => ({
    ...record,
    volume_types: split(record.volume_types),
    availability_zone: record.availability_zone ?? 'nova',
  }),
  changed(record, {add_volumes, remove_volumes, ...changes}) {
    for (const [ids, consistencygroup_id] of [
      [add_volumes, record.id ?? null],
      [remove_volumes, null],
    ] as const)
      for (const id of split(ids)) {
        const volume = volumes.get(id)
        if (!volume) throw badRequest(`Volume ${id} could not be found.`)
        volumes.put({...volume, consistencygroup_id})
      }
    return {...record, ...changes}
  },
  view: brief,
})

export const cgSnapshotCollection = ({consistencyGroups}: Cinder): RestCollection => ({
  path: '/v3/cgsnapshots',
  alsoListed: ['/v3/cgsnapshots/detail'],
  member: 'cgsnapshot',
  collection: 'cgsnapshots',
  ...OWNED,
  without: ['update'],
  filters: ['name', 'status', 'consistencygroup_id'],
  fields: {...FIELDS, consistencygroup_id: {type: 'string', required: true}},
  created(record) {
    const id = asText(record.consistencygroup_id) ?? ''
    if (!consistencyGroups.get(id)) throw notFound(`ConsistencyGroup ${id} could not be found.`)
    return record
  },
  view: brief,
})

export const consistencyGroupRoutes = ({consistencyGroups: groups, cgSnapshots, volumes}: Cinder): Routes => ({
  'POST /v3/consistencygroups/create_from_src': (call) => {
    const {cgsnapshot_id, source_cgid, ...texts} = asObject(call.body['consistencygroup-from-src'])
    const snapshot = cgSnapshots.get(asText(cgsnapshot_id) ?? '')
    const source = groups.get(asText(source_cgid ?? snapshot?.consistencygroup_id) ?? '')
    if (!source) throw notFound('The source of the consistency group could not be found.')
    const group = groups.put({...source, ...texts, id: crypto.randomUUID()})
    return {status: 202, body: groups.body(group, call)}
  },
  ...groups.routes,
  'POST /v3/consistencygroups/:id/delete': (call) => {
    const id = groups.idOf(groups.own(call))
    const members = volumes.find({consistencygroup_id: id})
    if (members.length > 0 && asObject(call.body.consistencygroup).force !== true)
      throw badRequest('Invalid ConsistencyGroup: the group still contains volumes.')
    for (const volume of members) volumes.delete(volumes.idOf(volume))
    groups.delete(id)
    return {status: 202}
  },
  ...cgSnapshots.routes,
})
