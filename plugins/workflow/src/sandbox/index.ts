import type {SandboxService} from '@osc-cli/core/sandbox'
import {definitions} from '#sandbox/definitions'
import {executions} from '#sandbox/executions'
import {others} from '#sandbox/others'

/** Mistral with the actions std.echo, std.noop and std.fail. */
const service: SandboxService = {
  // As real clouds register it; osc knows it as an alias of `workflow`.
  type: 'workflowv2',
  name: 'mistral',
  prefix: 'workflow',
  endpoint: '/v2',
  failureBody: ({message}) => ({faultcode: 'Client', faultstring: message, debuginfo: null}),
  open(cloud) {
    const defined = definitions(cloud)
    const version = (origin: string) => [
      {id: 'v2.0', status: 'CURRENT', links: [{rel: 'self', target: 'v2', href: `${origin}/workflow/v2`}]},
    ]
    const runs = executions(cloud, defined)
    const routes = {...others(cloud, defined), ...runs.routes, ...defined.routes}
    return {
      // Zaqar delivers messages to it.
      api: {post: routes['POST /v2/executions']},
      publicRoutes: {'GET /': ({origin}) => ({body: {versions: version(origin)}})},
      routes,
      close: runs.close,
    }
  },
}
export default service
