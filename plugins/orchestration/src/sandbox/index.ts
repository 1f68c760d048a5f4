import type {SandboxService} from '@osc-cli/core/sandbox'
import {actionRoutes} from '#sandbox/api/actions'
import {eventRoutes} from '#sandbox/api/events'
import {previewRoutes} from '#sandbox/api/previews'
import {resourceRoutes, signalRoutes} from '#sandbox/api/resources'
import {serviceRoutes, versionRoutes} from '#sandbox/api/service-info'
import {snapshotRoutes} from '#sandbox/api/snapshots'
import {softwareRoutes} from '#sandbox/api/software'
import {stackPartRoutes} from '#sandbox/api/stack-parts'
import {stackRoutes} from '#sandbox/api/stacks'
import {templateRoutes} from '#sandbox/api/templates'
import {typeRoutes} from '#sandbox/api/types'
import {openEngine} from '#sandbox/engine/engine'
import {timeOf} from '#sandbox/engine/world'
import {heatFailureBody} from '#sandbox/failures'

/** The sandbox's Heat: API v1, an engine, and the resource types that need no other service. */
const heat: SandboxService = {
  type: 'orchestration',
  name: 'heat',
  prefix: 'orchestration',
  endpoint: '/v1/{project_id}',
  failureBody: heatFailureBody,
  open(cloud) {
    const context = openEngine(cloud)
    const {world} = context
    return {
      publicRoutes: {...versionRoutes(context), ...signalRoutes(context)},
      routes: {
        ...previewRoutes(context),
        ...serviceRoutes(context, timeOf(world)),
        ...templateRoutes(context),
        ...typeRoutes,
        ...softwareRoutes(context),
        ...stackRoutes(context),
        ...stackPartRoutes(context),
        ...actionRoutes(context),
        ...snapshotRoutes(context),
        ...eventRoutes(context),
        ...resourceRoutes(context),
      },
      close() {
        world.isClosed = true
      },
    }
  },
}

export default heat
