import type {JsonObject} from '@osc-cli/core'
import type {SandboxService} from '@osc-cli/core/sandbox'
import {adminOnly} from '#sandbox/admin-only'
import {aggregateRoutes} from '#sandbox/aggregates'
import {flavorRoutes} from '#sandbox/flavors'
import {hostRoutes} from '#sandbox/hosts'
import {keypairRoutes} from '#sandbox/keypairs'
import {limitRoutes} from '#sandbox/limits'
import {MICROVERSIONS} from '#sandbox/microversions'
import {serverGroupRoutes} from '#sandbox/server-groups'
import {serverRoutes} from '#sandbox/servers'
import {refusesUnknownFilters} from '#sandbox/unknown-filters'
import {usageRoutes} from '#sandbox/usage'

const KINDS: Readonly<Record<number, string>> = {404: 'itemNotFound', 409: 'conflictingRequest', 403: 'forbidden'}

/** Nova, as far as the commands of this plugin need it. */
const nova: SandboxService = {
  type: 'compute',
  name: 'nova',
  prefix: 'compute',
  endpoint: '/v2.1',
  failureBody: ({status, message}) => ({[KINDS[status] ?? 'badRequest']: {code: status, message}}),
  open: (cloud) => ({
    publicRoutes: {
      'GET /': ({origin}) => ({body: {versions: [version(origin)]}}),
      'GET /v2.1': ({origin}) => ({body: {version: version(origin)}}),
    },
    routes: refusesUnknownFilters(
      adminOnly({
        ...flavorRoutes(cloud),
        ...keypairRoutes(cloud),
        ...serverGroupRoutes(cloud),
        ...aggregateRoutes(cloud),
        ...hostRoutes(cloud),
        ...usageRoutes(cloud),
        ...limitRoutes(cloud),
        ...serverRoutes(cloud),
      }),
    ),
  }),
}

const version = (origin: string): JsonObject => ({
  id: 'v2.1',
  status: 'CURRENT',
  min_version: MICROVERSIONS.lowest,
  version: MICROVERSIONS.highest,
  links: [{rel: 'self', href: `${origin}/compute/v2.1/`}],
})

export default nova
