import type {Call, Routes} from '@osc-cli/core/sandbox'
import {checkProject, isAdmin} from '#sandbox/api/find-stack'
import type {Context} from '#sandbox/engine/context'
import {timeOf} from '#sandbox/engine/world'
import {notAuthorized} from '#sandbox/failures'

export function serviceRoutes({world}: Context, startedAt: string): Routes {
  return {
    'GET /v1/:project/build_info': (call) => {
      checkProject(call)
      return {body: {api: {revision: 'sandbox'}, engine: {revision: 'sandbox'}}}
    },
    'GET /v1/:project/services': (call) => {
      if (!isAdmin(call)) throw notAuthorized('service:index')
      const engine = {
        hostname: 'sandbox',
        host: 'sandbox',
        topic: 'engine',
        binary: 'heat-engine',
        engine_id: world.cloud.secret('orchestration-engine-id'),
        report_interval: 60,
        created_at: startedAt,
        updated_at: timeOf(world),
        deleted_at: null,
        status: 'up',
      }
      return {body: {services: [engine]}}
    },
  }
}

/** The version document, which needs no token. */
export function versionRoutes({world}: Context): Routes {
  const document = (_call: Call) => ({
    status: 300,
    body: {
      versions: [{id: 'v1.0', status: 'CURRENT', links: [{rel: 'self', href: `${world.cloud.url}/orchestration/v1/`}]}],
    },
  })
  return {'GET /': document}
}
