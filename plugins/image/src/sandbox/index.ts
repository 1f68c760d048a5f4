import type {SandboxCloud, SandboxService} from '@osc-cli/core/sandbox'
import {images} from '#sandbox/images'
import {members} from '#sandbox/members'
import {metadefs} from '#sandbox/metadefs'
import {serviceInfo} from '#sandbox/service-info'

/** Glance in the sandbox: images with their data, members, tags, stores, imports and their tasks, the cache, and metadata definitions. */
const glance: SandboxService = {
  type: 'image',
  name: 'glance',
  prefix: 'image',
  endpoint: '',
  failureBody: ({status, title, message}) => ({code: status, title, message}),
  open(cloud: SandboxCloud) {
    const {records, routes} = images(cloud)
    return {
      publicRoutes: versions(cloud),
      routes: {...members(cloud, records), ...serviceInfo(cloud, records), ...metadefs(cloud), ...routes},
    }
  },
}

const versions = (cloud: SandboxCloud) => ({
  'GET /': () => ({
    status: 300,
    body: {
      versions: [{id: 'v2.16', status: 'CURRENT', links: [{rel: 'self', href: `${cloud.url}/image/v2/`}]}],
    },
  }),
})

export default glance
