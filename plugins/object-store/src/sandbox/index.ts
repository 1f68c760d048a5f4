import type {SandboxService} from '@osc-cli/core/sandbox'
import {accountRoutes} from '#sandbox/account'
import {containerRoutes} from '#sandbox/containers'
import {objectRoutes} from '#sandbox/objects'
import {openRecords} from '#sandbox/records'

/** The sandbox's Swift: accounts, containers, objects with their bytes and metadata, static large objects. */
const swift: SandboxService = {
  type: 'object-store',
  name: 'swift',
  prefix: 'object-store',
  endpoint: '/v1/AUTH_{project_id}',
  failureBody: ({title, message}) => ({title, description: message}),
  open(cloud) {
    const records = openRecords(cloud)
    return {
      publicRoutes: {'GET /info': () => ({body: {swift: {version: '2.30.1'}, slo: {max_manifest_segments: 1000}}})},
      routes: {...accountRoutes(records), ...containerRoutes(records), ...objectRoutes(records)},
    }
  },
}

export default swift
