import type {JsonObject} from '@osc-cli/core'
import type {Field, Fields, RestCollection, RestRecords, SandboxCloud} from '@osc-cli/core/sandbox'
import {restRecords, tagMatches, tagRoutes} from '@osc-cli/core/sandbox'
import {checkQuota} from '#sandbox/quotas'

export const text = {type: 'string', default: ''} as const
export const textOrNull = {type: 'string', nullable: true} as const
export const numberOrNull = {type: 'integer', nullable: true} as const
export const required = {type: 'string', required: true} as const
export const list: Field = {type: 'array', default: []}
export const no = {type: 'boolean', default: false} as const
export const yes = {type: 'boolean', default: true} as const

/** The view of resources without Neutron's standard attributes: ID, name, project and these keys. */
export const shows =
  (...keys: readonly string[]) =>
  (record: JsonObject): JsonObject => {
    const {id = null, name = null, project_id = null} = record
    return {
      id,
      name,
      tenant_id: project_id,
      project_id,
      ...Object.fromEntries(keys.map((key) => [key, record[key] ?? null])),
    }
  }

type Declared = Omit<RestCollection, 'fields' | 'path'> & {path: `/${string}`; fields: Fields}

/** Collections that Neutron can tag, as the description of its extension `standard-attr-tag` lists them. */
const TAGGED = [
  'floatingips',
  'network_segment_ranges',
  'networks',
  'policies',
  'ports',
  'routers',
  'security_groups',
  'subnetpools',
  'subnets',
  'trunks',
]

/** A collection like all of Neutron's: name, description, project, times and, if `TAGGED`, tags. Other attributes are kept. */
export function neutronCollection(cloud: SandboxCloud, declared: Declared): RestRecords {
  const {created, fields, filters = [], ...rest} = declared
  const isTagged = TAGGED.includes(declared.collection)
  const records = restRecords(cloud, `network/${declared.collection}`, {
    projectKey: 'project_id',
    updateMethod: 'PUT',
    uuids: true,
    additional: true,
    times: {created: 'created_at', updated: 'updated_at'},
    ...rest,
    path: `/v2.0${declared.path}`,
    fields: {name: text, description: text, ...fields},
    filters: ['id', 'name', 'project_id', ...filters],
    matches: {...tagMatches, ...declared.matches},
    created: (record, call) => {
      checkQuota(cloud, declared.collection, String(record.project_id))
      const complete = {revision_number: 1, ...(isTagged && {tags: []}), ...record}
      return created?.(complete, call) ?? complete
    },
  })
  if (!isTagged) return records
  return {...records, routes: {...records.routes, ...tagRoutes(records, `/v2.0${declared.path}`)}}
}
