import type {Routes, SandboxService} from '@osc-cli/core/sandbox'
import {isAllowedBy} from '#sandbox/access-rule-match'
import {accessRuleRoutes} from '#sandbox/access-rules'
import {applicationCredentialRoutes} from '#sandbox/application-credentials'
import {assignmentRoutes} from '#sandbox/assignments'
import {oauth2Routes} from '#sandbox/auth-oauth2'
import {authRoutes, publicAuthRoutes} from '#sandbox/auth-routes'
import {bootstrap, registerServices} from '#sandbox/bootstrap'
import {consumerRoutes} from '#sandbox/consumers'
import {credentialRoutes} from '#sandbox/credentials'
import {domainConfigRoutes} from '#sandbox/domain-configs'
import {domainRoutes} from '#sandbox/domains'
import {ec2CredentialRoutes} from '#sandbox/ec2-credentials'
import {endpointFilterRoutes} from '#sandbox/endpoint-filters'
import {endpointRoutes} from '#sandbox/endpoints'
import {federationProtocolRoutes} from '#sandbox/federation-protocols'
import {grantRoutes} from '#sandbox/grants'
import {groupRoutes} from '#sandbox/groups'
import {identityProviderRoutes} from '#sandbox/identity-providers'
import {type Keystone, openKeystone, PREFIX} from '#sandbox/keystone'
import {lackingRoutes, publicLackingRoutes} from '#sandbox/lacking'
import {limitRoutes} from '#sandbox/limits'
import {mappingRoutes} from '#sandbox/mappings'
import {oauth1Routes, publicOAuth1Routes} from '#sandbox/oauth1'
import {ownScopeRoutes} from '#sandbox/own-scopes'
import {policyRoutes} from '#sandbox/policies'
import {projectTagRoutes} from '#sandbox/project-tags'
import {projectRoutes} from '#sandbox/projects'
import {regionRoutes} from '#sandbox/regions'
import {roleRoutes} from '#sandbox/roles'
import {serviceProviderRoutes} from '#sandbox/service-providers'
import {serviceRoutes} from '#sandbox/services'
import {callerOf, forgetRevocations, readToken} from '#sandbox/token'
import {trustRoutes} from '#sandbox/trusts'
import {passwordRoutes, userRoutes} from '#sandbox/users'
import {versionRoutes} from '#sandbox/versions'

type Area = (keystone: Keystone) => Routes

const PUBLIC: readonly Area[] = [
  () => versionRoutes,
  publicAuthRoutes,
  passwordRoutes,
  publicOAuth1Routes,
  oauth2Routes,
  () => publicLackingRoutes,
]

const AREAS: readonly Area[] = [
  // Before paths of the same form: `domains/config` is not a domain.
  () => lackingRoutes,
  authRoutes,
  ownScopeRoutes,
  domainConfigRoutes,
  domainRoutes,
  projectTagRoutes,
  projectRoutes,
  userRoutes,
  groupRoutes,
  roleRoutes,
  grantRoutes,
  assignmentRoutes,
  regionRoutes,
  serviceRoutes,
  endpointRoutes,
  endpointFilterRoutes,
  policyRoutes,
  credentialRoutes,
  ec2CredentialRoutes,
  applicationCredentialRoutes,
  accessRuleRoutes,
  trustRoutes,
  consumerRoutes,
  oauth1Routes,
  limitRoutes,
  identityProviderRoutes,
  federationProtocolRoutes,
  mappingRoutes,
  serviceProviderRoutes,
]

const routesOf = (keystone: Keystone, areas: readonly Area[]): Routes =>
  Object.assign({}, ...areas.map((area) => area(keystone)))

/** Keystone v3 for the sandbox. */
const service: SandboxService = {
  type: 'identity',
  name: 'keystone',
  prefix: PREFIX,
  endpoint: '/v3',
  failureBody: ({status, message, title, details}) => ({error: {code: status, message, title, ...details}}),
  open(cloud) {
    const keystone = openKeystone(cloud)
    bootstrap(keystone)
    registerServices(keystone)
    forgetRevocations(keystone)
    return {
      publicRoutes: routesOf(keystone, PUBLIC),
      routes: routesOf(keystone, AREAS),
      authenticate(text, request) {
        const token = readToken(keystone, text)
        return token && isAllowedBy(token.credential, request) ? callerOf(token) : undefined
      },
    }
  },
}

export default service
