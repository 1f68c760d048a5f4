import type {JsonObject} from '@osc-cli/core'
import type {Call, Routes} from '@osc-cli/core/sandbox'
import {baseUrl} from '#sandbox/keystone'

/** The public version documents. */
export const versionRoutes: Routes = {
  'GET /': (call) => ({
    status: 300,
    headers: {location: `${baseUrl(call)}/`},
    body: {versions: {values: [version(call)]}},
  }),
  'GET /v3': (call) => ({body: {version: version(call)}}),
}

const version = (call: Call): JsonObject => ({
  id: 'v3.14',
  status: 'stable',
  updated: '2020-04-07T00:00:00Z',
  links: [{rel: 'self', href: `${baseUrl(call)}/`}],
  'media-types': [{base: 'application/json', type: 'application/vnd.openstack.identity-v3+json'}],
})
