import type {Routes, SandboxCloud} from '@osc-cli/core/sandbox'
import {neutronCollection, numberOrNull, required, textOrNull, yes} from '#sandbox/collection'

/** Segments of networks, and the ranges that Neutron takes the numbers of new segments from. */
export function segments(cloud: SandboxCloud): Routes {
  const records = neutronCollection(cloud, {
    path: '/segments',
    member: 'segment',
    collection: 'segments',
    fields: {network_id: required, network_type: required, physical_network: textOrNull, segmentation_id: numberOrNull},
    filters: ['network_id', 'network_type'],
  })
  const ranges = neutronCollection(cloud, {
    path: '/network_segment_ranges',
    member: 'network_segment_range',
    collection: 'network_segment_ranges',
    fields: {
      network_type: required,
      minimum: {type: 'integer', required: true},
      maximum: {type: 'integer', required: true},
      shared: yes,
      project_id: textOrNull,
      physical_network: textOrNull,
    },
    view: (record) => ({default: false, used: {}, ...record, available: numbers(record.minimum, record.maximum)}),
  })
  return {...records.routes, ...ranges.routes}
}

const numbers = (from: unknown, to: unknown): number[] =>
  Array.from({length: Number(to) - Number(from) + 1}, (_, index) => Number(from) + index)
