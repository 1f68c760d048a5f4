import type {SandboxService} from '@osc-cli/core/sandbox'
import {accountRoutes} from '#sandbox/account'
import {containerRoutes} from '#sandbox/containers'
import {filesIn} from '#sandbox/files'
import {objectRoutes, PATH} from '#sandbox/objects'
import {openRecords} from '#sandbox/records'
import {tempUrlRoutes} from '#sandbox/temp-url'

const INFO = {
  swift: {version: '2.30.1'},
  slo: {max_manifest_segments: 1000},
  tempurl: {methods: ['GET', 'HEAD'], allowed_digests: ['sha1', 'sha256', 'sha512']},
}

/** The sandbox's Swift: accounts, containers, objects with their bytes and metadata, static large objects, temporary URLs. */
const swift: SandboxService = {
  type: 'object-store',
  name: 'swift',
  prefix: 'object-store',
  endpoint: '/v1/AUTH_{project_id}',
  failureBody: ({title, message}) => ({title, description: message}),
  open(cloud) {
    const records = openRecords(cloud)
    const {[`GET ${PATH}` as const]: get, ...objects} = objectRoutes(records)
    return {
      publicRoutes: {'GET /info': () => ({body: INFO}), ...(get && tempUrlRoutes(records, get))},
      routes: {...accountRoutes(records), ...containerRoutes(records), ...objects},
      api: {filesIn: (projectId: string, container: string) => filesIn(records, projectId, container)},
    }
  },
}

export default swift
