import {randomUUID} from 'node:crypto'
import {asArray, asObject, type JsonObject} from '@osc-cli/core'
import {badRequest, conflict, notFound, type Routes, restRecords, type SandboxCloud} from '@osc-cli/core/sandbox'
import {HOST} from '#sandbox/hosts'

/** Host aggregates, whose IDs are numbers. */
export function aggregateRoutes(cloud: SandboxCloud): Routes {
  const aggregates = restRecords(cloud, 'compute/aggregates', {
    path: '/v2.1/os-aggregates',
    member: 'aggregate',
    collection: 'aggregates',
    updateMethod: 'PUT',
    statuses: {create: 200, delete: 200},
    fields: {
      name: {type: 'string', required: true},
      availability_zone: {type: 'string', nullable: true},
    },
    created: (aggregate) => ({
      ...aggregate,
      id: aggregates.find().reduce((highest, {id}) => Math.max(highest, Number(id)), 0) + 1,
      uuid: randomUUID(),
      created_at: cloud.now().toISOString().slice(0, 23),
      updated_at: null,
      deleted: false,
      deleted_at: null,
      hosts: [],
      metadata: aggregate.availability_zone ? {availability_zone: aggregate.availability_zone} : {},
    }),
    changed: (aggregate, changes) => ({
      ...aggregate,
      ...changes,
      metadata: {
        ...asObject(aggregate.metadata),
        ...(changes.availability_zone !== undefined && {availability_zone: changes.availability_zone}),
      },
    }),
  })
  return {
    ...aggregates.routes,
    'POST /v2.1/os-aggregates/:id/action': (call) => {
      const aggregate = aggregates.own(call)
      const [[action, options] = []] = Object.entries(call.body)
      const changed = ACTIONS[action ?? '']?.(aggregate, asObject(options))
      if (!changed) throw badRequest(`Unknown action ${action}.`)
      return {body: aggregates.body(aggregates.put(changed), call)}
    },
    'POST /v2.1/os-aggregates/:id/images': (call) => {
      aggregates.own(call)
      return {status: 202}
    },
  }
}

type Action = (aggregate: JsonObject, options: JsonObject) => JsonObject

const ACTIONS: Readonly<Record<string, Action>> = {
  add_host(aggregate, {host}) {
    if (host !== HOST) throw notFound(`Compute host ${host} could not be found.`)
    if (asArray(aggregate.hosts).includes(host)) throw conflict(`Host ${host} is already in the aggregate.`)
    return {...aggregate, hosts: [...asArray(aggregate.hosts), host]}
  },
  remove_host(aggregate, {host}) {
    if (!asArray(aggregate.hosts).includes(host ?? '')) throw notFound(`Host ${host} is not in the aggregate.`)
    return {...aggregate, hosts: asArray(aggregate.hosts).filter((one) => one !== host)}
  },
  set_metadata(aggregate, {metadata}) {
    const all = {...asObject(aggregate.metadata), ...asObject(metadata)}
    return {...aggregate, metadata: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))}
  },
}
