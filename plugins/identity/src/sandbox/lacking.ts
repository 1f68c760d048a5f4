import {type Handler, notImplemented, type Routes} from '@osc-cli/core/sandbox'

/** Also with the method `mapped`. */
export const FEDERATED_LOGIN = 'login through an identity provider'

const lacking =
  (feature: string): Handler =>
  () => {
    throw notImplemented(feature)
  }

const FEDERATED = lacking(FEDERATED_LOGIN)

const GROUPS = lacking('changes of single groups of a domain configuration')

/** Public features of Keystone that the sandbox does not provide; listed in docs/sandbox.md. */
export const publicLackingRoutes: Routes = {
  'GET /v3/OS-FEDERATION/identity_providers/:idp/protocols/:protocol/auth': FEDERATED,
  'POST /v3/OS-FEDERATION/identity_providers/:idp/protocols/:protocol/auth': FEDERATED,
  'GET /v3/auth/OS-FEDERATION/websso/:protocol': FEDERATED,
  'GET /v3/auth/OS-FEDERATION/identity_providers/:idp/protocols/:protocol/websso': FEDERATED,
}

/** The same, for authenticated callers. */
export const lackingRoutes: Routes = {
  'GET /v3/domains/config/default': lacking('defaults of domain configurations'),
  'PATCH /v3/domains/:id/config/:group': GROUPS,
  'DELETE /v3/domains/:id/config/:group': GROUPS,
  'GET /v3/OS-REVOKE/events': lacking('a list of revocations'),
  'GET /v3/OS-FEDERATION/saml2/metadata': lacking('SAML assertions'),
  'POST /v3/auth/OS-FEDERATION/saml2': lacking('SAML assertions'),
  'POST /v3/auth/OS-FEDERATION/saml2/ecp': lacking('SAML assertions'),
  'POST /v3/ec2tokens': lacking('tokens for EC2 signatures'),
  'POST /v3/s3tokens': lacking('tokens for S3 signatures'),
}
