import {
  asArray,
  asObject,
  type Columns,
  defineResource,
  fields,
  type Json,
  type JsonObject,
  pick,
  type Row,
} from '@osc-cli/core'
import {STANDARD_ATTRIBUTES, withOptional} from '#optional'

// https://docs.openstack.org/api-ref/network/v2/#network-segment-ranges
export const SegmentRange = defineResource({
  noun: 'network segment range',
  service: 'network',
  path: '/network_segment_ranges',
  member: 'network_segment_range',
  collection: 'network_segment_ranges',
  updateMethod: 'PUT',
})

const segmentRangeFields = fields({
  available: ({available}) => spans(asArray(available).map(Number)),
  default: 'default',
  id: 'id',
  maximum: 'maximum',
  minimum: 'minimum',
  name: 'name',
  network_type: 'network_type',
  physical_network: 'physical_network',
  project_id: 'project_id',
  shared: 'shared',
  used: ({used}) => usedByProject(asObject(used)),
})

export const shownSegmentRange = (row: Row): Columns =>
  withOptional(segmentRangeFields, row, [...STANDARD_ATTRIBUTES, 'description', 'tags'])

export const segmentRangeColumns: Columns = pick(segmentRangeFields, {
  ID: 'id',
  Name: 'name',
  Default: 'default',
  Shared: 'shared',
  'Project ID': 'project_id',
  'Network Type': 'network_type',
  'Physical Network': 'physical_network',
  'Minimum ID': 'minimum',
  'Maximum ID': 'maximum',
})

export const longSegmentRangeColumns: Columns = {
  ...segmentRangeColumns,
  ...pick(segmentRangeFields, {Used: 'used', Available: 'available'}),
}

/** What the options of `create` and `set` have in common. */
export const rangeOptions = {
  minimum: {description: 'Lowest VLAN ID or tunnel ID', helpValue: 'MINIMUM'},
  maximum: {description: 'Highest VLAN ID or tunnel ID', helpValue: 'MAXIMUM'},
}

/** Numbers as spans: `[1, 2, 3, 7]` is `['1-3', '7']`. */
function spans(numbers: readonly number[]): string[] {
  const found: [number, number][] = []
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = found.at(-1)
    if (last && last[1] + 1 === number) last[1] = number
    else found.push([number, number])
  }
  return found.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`))
}

/** The segments in use as spans, by project; the API returns the project of each segment. */
function usedByProject(used: JsonObject): JsonObject {
  const segments = Object.groupBy(Object.entries(used), ([, project]) => String(project))
  const pairs = Object.entries(segments).map(([project, entries = []]): [string, Json] => [
    project,
    spans(entries.map(([segment]) => Number(segment))),
  ])
  return Object.fromEntries(pairs)
}
