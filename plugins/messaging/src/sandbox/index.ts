import type {Json} from '@osc-cli/core'
import type {SandboxCloud, SandboxService} from '@osc-cli/core/sandbox'
import {claimRoutes} from '#sandbox/claims'
import {messageRoutes, postFor} from '#sandbox/messages'
import {namedRoutes} from '#sandbox/named'
import {queueRoutes} from '#sandbox/queues'
import {websocket} from '#sandbox/socket'
import {subscriptionRoutes} from '#sandbox/subscriptions'

const SIGNATURE = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/**
 * The sandbox's Zaqar, API v2: queues with messages, claims and subscriptions, which are delivered to the sandbox's Mistral and to
 * web servers on this machine; pools and flavors.
 */
const zaqar: SandboxService = {
  type: 'messaging',
  name: 'zaqar',
  prefix: 'messaging',
  endpoint: '',
  failureBody: ({title, message}) => ({title, description: message}),
  open: (cloud) => ({
    api: {post: (...call: [projectId: string, queue: string, body: Json]) => postFor(cloud, ...call)},
    publicRoutes: {'GET /': () => ({status: 300, body: versions(cloud)})},
    routes: {
      'GET /v2/ping': () => ({status: 204}),
      'GET /v2/health': () => ({body: {catalog_reachable: true, redis: {storage_reachable: true}}}),
      'GET /v2/': () => ({body: homeDocument}),
      'GET /v2': () => ({body: homeDocument}),
      'POST /v2/queues/:queue/share': ({body, caller}) => ({
        body: {
          project: caller.projectId ?? null,
          paths: [`/v2/queues/messages`],
          methods: body.methods ?? ['GET'],
          expires: body.expires ?? cloud.now().toISOString(),
          signature: SIGNATURE,
        },
      }),
      ...queueRoutes(cloud),
      ...messageRoutes(cloud),
      ...claimRoutes(cloud),
      ...subscriptionRoutes(cloud),
      ...namedRoutes(cloud, 'pools'),
      ...namedRoutes(cloud, 'flavors'),
    },
  }),
}

export default [zaqar, websocket]

const versions = ({url}: SandboxCloud): Json => ({
  versions: [{id: '2', status: 'CURRENT', links: [{rel: 'self', href: `${url}/messaging/v2/`}]}],
})

const homeDocument: Json = {
  resources: {'rel/queues': {'href-template': '/v2/queues{?marker,limit,detailed}', hints: {allow: ['GET']}}},
}
