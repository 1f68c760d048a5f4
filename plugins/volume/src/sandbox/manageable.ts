import {asText, type JsonObject} from '@osc-cli/core'
import type {Call, RestRecords, Routes} from '@osc-cli/core/sandbox'
import {type Cinder, requireAdmin} from '#sandbox/cinder'

/** What the back end holds: all of it is managed already. */
export function manageableRoutes({volumes, snapshots}: Cinder): Routes {
  const list = (key: string, records: RestRecords, rowOf: (record: JsonObject) => JsonObject) => (call: Call) => {
    requireAdmin(call)
    const isDetailed = call.path.endsWith('/detail')
    const rows = records.find().map((record) => ({
      reference: {'source-name': `${key}-${asText(record.id)}`},
      size: record.size ?? null,
      safe_to_manage: false,
      ...rowOf(record),
      ...(isDetailed && {reason_not_safe: 'already managed', cinder_id: record.id ?? null, extra_info: null}),
    }))
    return {body: {[`manageable-${key}s`]: rows}}
  }
  const ofVolumes = list('volume', volumes, () => ({}))
  const ofSnapshots = list('snapshot', snapshots, ({volume_id}) => ({
    source_reference: {'source-name': `volume-${asText(volume_id)}`},
  }))
  return {
    'GET /v3/manageable_volumes': ofVolumes,
    'GET /v3/manageable_volumes/detail': ofVolumes,
    'GET /v3/manageable_snapshots': ofSnapshots,
    'GET /v3/manageable_snapshots/detail': ofSnapshots,
  }
}
