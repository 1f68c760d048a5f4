import type {SandboxService} from '@osc-cli/core/sandbox'
import {authRoutes, publicAuthRoutes} from '#sandbox/auth-routes'
import {basicRoutes} from '#sandbox/basics'
import {bootstrap, registerServices} from '#sandbox/bootstrap'
import {openKeystone, PREFIX} from '#sandbox/keystone'
import {callerOf, readToken} from '#sandbox/token'
import {versionRoutes} from '#sandbox/versions'

/** Keystone v3 for the sandbox. */
const keystone: SandboxService = {
  type: 'identity',
  name: 'keystone',
  prefix: PREFIX,
  endpoint: '/v3',
  failureBody: ({status, message, title}) => ({error: {code: status, message, title}}),
  open(cloud) {
    const opened = openKeystone(cloud)
    bootstrap(opened)
    registerServices(opened)
    return {
      publicRoutes: {...versionRoutes, ...publicAuthRoutes(opened)},
      routes: {...authRoutes(opened), ...basicRoutes(opened)},
      authenticate(text) {
        const token = readToken(opened, text)
        return token && callerOf(token)
      },
    }
  },
}

export default keystone
