import {asArray, asText, type Json, type JsonObject} from '@osc-cli/core'
import {
  type Call,
  type RestCollection,
  type RestRecords,
  restRecords,
  rowsAfter,
  type SandboxCloud,
} from '@osc-cli/core/sandbox'

type Declared = Omit<RestCollection, 'fields' | 'path'> & {fields?: RestCollection['fields']}

/** A collection as all of Mistral's are: times with a space, UUIDs, lists by `sort_keys`, `sort_dirs`, `limit` and `marker`. */
export function mistralCollection(cloud: SandboxCloud, declared: Declared): RestRecords {
  const {collection} = declared
  const times = {created: 'created_at', updated: 'updated_at', format: stamp}
  const base = {
    path: `/v2/${collection}`,
    uuids: true,
    times,
    updateMethod: 'PUT',
    additional: true,
    fields: {},
  } as const
  const records = restRecords(cloud, `workflow/${collection}`, {...base, projectKey: 'project_id', ...declared})
  return {
    ...records,
    routes: {...records.routes, [`GET /v2/${collection}`]: (call: Call) => ({body: listOf(records, collection, call)})},
  }
}

/** `2026-01-31 12:00:00`. */
export const stamp = (time: Date): string => time.toISOString().slice(0, 19).replace('T', ' ')

const PAGING = ['marker', 'limit', 'sort_keys', 'sort_dirs', 'fields', 'nulls', 'include_output']

/**
 * The body of a list: the caller's records, and the public ones. It replaces the list of the kit because Mistral has its own
 * names for sorting, filters on any key, and lists below executions.
 */
export function listOf(records: RestRecords, collection: string, call: Call, match: JsonObject = {}): JsonObject {
  const {query, caller} = call
  const filters = [...query].filter(([key]) => !PAGING.includes(key))
  const rows = records
    .find()
    .filter((row) => row.project_id === caller.projectId || row.scope === 'public')
    .filter((row) => filters.every(([key, value]) => fits(row[key], value)))
    .filter((row) => Object.entries(match).every(([key, value]) => row[key] === value))
    .filter((row) => !query.has('nulls') || row[query.get('nulls') ?? ''] === null)
    .map((row) => records.body(records.get(records.idOf(row)) ?? row, call))
  const after = rowsAfter(sorted(rows, query), {marker: query.get('marker'), idOf: records.idOf})
  return {[collection]: after.slice(0, Number(query.get('limit') ?? after.length))}
}

function sorted(rows: JsonObject[], query: URLSearchParams): JsonObject[] {
  const directions = query.get('sort_dirs')?.split(',') ?? []
  const keys = query.get('sort_keys')?.split(',') ?? []
  // Newest first means the last one made first, also within a second.
  const ordered = directions[0] === 'desc' ? rows.toReversed() : rows
  return ordered.toSorted((a, b) => {
    for (const [place, key] of keys.entries()) {
      const [x, y] = [asText(a[key]) ?? '', asText(b[key]) ?? '']
      if (x !== y) return (x < y ? -1 : 1) * (directions[place] === 'desc' ? -1 : 1)
    }
    return 0
  })
}

/** Whether a value passes a filter: a list must have everything that the filter names. */
function fits(value: Json | undefined, wanted: string): boolean {
  if (!Array.isArray(value)) return (asText(value) ?? '') === wanted
  const items = value.map(String)
  return wanted.split(',').every((one) => items.includes(one))
}

/** The tags of a definition. */
export const tagsOf = (spec: JsonObject): string[] => asArray(spec.tags).map(String)
