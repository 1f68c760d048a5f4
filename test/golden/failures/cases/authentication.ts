import {answers, type Case, LAB, READ, errorBody} from '../case.ts'
import {cloudRoutes, failed} from '../cloud.ts'

const fiveHoursAgo = () => new Date(Date.now() - 5 * 3_600_000).toUTCString()

export const AUTHENTICATION: readonly Case[] = [
  {name: 'wrong password', argv: [...LAB, '--os-password', 'guessed-4', 'region', 'list'], routes: cloudRoutes()},
  {
    name: 'expired token',
    argv: [...LAB, 'region', 'list'],
    entry: {auth_type: 'token'},
    auth: {token: 'gAAAAold', username: undefined, password: undefined, user_domain_id: undefined},
    routes: cloudRoutes(),
  },
  {
    name: 'clock skew',
    argv: [...LAB, 'region', 'list'],
    entry: {auth_type: 'token'},
    auth: {token: 'gAAAAold', username: undefined, password: undefined, user_domain_id: undefined},
    routes: {
      'POST /v3/auth/tokens': () => failed(401, errorBody(401, 'Token expired.'), {date: fiveHoursAgo()}),
    },
  },
  {
    name: 'missing authentication factor',
    argv: [...LAB, 'region', 'list'],
    routes: {'POST /v3/auth/tokens': failed(401, errorBody(401, 'More.'), {'openstack-auth-receipt': 'gAAAAreceipt'})},
  },
  {name: 'no Keystone at auth_url', argv: READ, auth: {auth_url: 'URL/cloud'}},
  {name: 'token refused by the service', argv: READ, routes: answers(401, errorBody(401, 'Unauthorized.'))},
  {
    name: 'login rejected by an identity provider',
    argv: READ,
    routes: {'POST /token': {status: 400, body: {error: 'invalid_grant', error_description: 'Invalid user credentials'}}},
    entry: {auth_type: 'v3oidcpassword'},
    auth: {identity_provider: 'idp', protocol: 'openid', client_id: 'osc', access_token_endpoint: 'URL/token'},
  },
]
