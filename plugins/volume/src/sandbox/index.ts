import type {JsonObject} from '@osc-cli/core'
import type {Call, Routes, SandboxService} from '@osc-cli/core/sandbox'
import {adminRoutes} from '#sandbox/admin'
import {type Cinder, openCinder} from '#sandbox/cinder'
import {limitRoutes} from '#sandbox/limits'
import {qosRoutes} from '#sandbox/qos'
import {snapshotRoutes} from '#sandbox/snapshots'
import {transferRoutes} from '#sandbox/transfers'
import {typeRoutes} from '#sandbox/types'
import {MICROVERSIONS} from '#sandbox/versions'
import {volumeRoutes} from '#sandbox/volumes'

const versions = ({origin}: Call): JsonObject => ({
  versions: [
    {
      id: 'v3.0',
      status: 'CURRENT',
      version: MICROVERSIONS.highest,
      min_version: MICROVERSIONS.lowest,
      links: [{rel: 'self', href: `${origin}/volume/v3/`}],
    },
  ],
})
const versionRoutes: Routes = {
  'GET /': (call) => ({status: 300, body: versions(call)}),
  'GET /v3': (call) => ({body: versions(call)}),
  'GET /v3/': (call) => ({body: versions(call)}),
}

const AREAS: readonly ((cinder: Cinder) => Routes)[] = [
  volumeRoutes,
  snapshotRoutes,
  typeRoutes,
  qosRoutes,
  transferRoutes,
  adminRoutes,
  limitRoutes,
]

/** The sandbox's Cinder. Volumes hold no data. */
const cinder: SandboxService = {
  type: 'block-storage',
  name: 'cinder',
  prefix: 'volume',
  endpoint: '/v3',
  failureBody: ({status, message}) => ({[FAILURES[status] ?? 'computeFault']: {code: status, message}}),
  open(cloud) {
    const state = openCinder(cloud)
    return {publicRoutes: versionRoutes, routes: Object.assign({}, ...AREAS.map((area) => area(state)))}
  },
}

/** Cinder's names for failures. */
const FAILURES: Readonly<Record<number, string>> = {
  400: 'badRequest',
  403: 'forbidden',
  404: 'itemNotFound',
  409: 'conflictingRequest',
  413: 'overLimit',
}

export default cinder
