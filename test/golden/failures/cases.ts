import type {ServerOptions} from 'node:https'
import type {CertificateMaker} from '../../support/certificates.ts'
import type {Route} from '../../support/fixture-server.ts'
import {cloudRoutes, failed} from './cloud.ts'

/** A line that fails, and the cloud it fails on. */
export interface Case {
  name: string
  argv: readonly string[]
  routes?: Record<string, Route>
  /** Over the entry `lab` of clouds.yaml; auth is merged. URL stands for the server's address, HOST for its host and port. */
  entry?: Record<string, unknown>
  auth?: Record<string, unknown>
  /** Other text than an entry. */
  cloudsYaml?: string
  env?: Record<string, string>
  tls?: (certificates: CertificateMaker) => ServerOptions
}

const LAB = ['--os-cloud', 'lab']
const READ = [...LAB, 'region', 'list']
const CREATE = [...LAB, 'region', 'create', 'North']

/** One service that answers so to everything that is asked of it. */
const answers = (status: number, body: unknown, headers?: Record<string, string>) =>
  cloudRoutes({'/v3/regions': failed(status, body, headers)})

const said = (code: number, message: string) => ({error: {code, message}})

const CONFIGURATION: Case[] = [
  {name: 'no cloud', argv: ['region', 'list']},
  {name: 'unknown cloud', argv: ['--os-cloud', 'lap', 'region', 'list']},
  {name: 'no clouds.yaml', argv: ['--os-cloud', 'lab', 'region', 'list'], cloudsYaml: ''},
  {name: 'malformed clouds.yaml', argv: [...LAB, 'region', 'list'], cloudsYaml: 'clouds:\n  lab: {auth: [}\n'},
  {name: 'unreadable file', argv: [...LAB, 'region', 'list'], env: {OS_CLIENT_CONFIG_FILE: '.'}},
  {name: 'missing parameter', argv: [...LAB, 'region', 'list'], auth: {username: undefined}},
  {name: 'unknown authentication type', argv: [...LAB, 'region', 'list'], entry: {auth_type: 'passwort'}},
  {
    name: 'unreadable CA bundle',
    argv: READ,
    tls: (made) => made.selfSigned('bundle'),
    entry: {cacert: '/no/such.pem'},
  },
]

const AUTHENTICATION: Case[] = [
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
      'POST /v3/auth/tokens': failed(401, said(401, 'Token expired.'), {date: 'Sat, 01 Jan 2000 00:00:00 GMT'}),
    },
  },
  {
    name: 'another factor',
    argv: [...LAB, 'region', 'list'],
    routes: {'POST /v3/auth/tokens': failed(401, said(401, 'More.'), {'openstack-auth-receipt': 'gAAAAreceipt'})},
  },
  {name: 'token refused by the service', argv: READ, routes: answers(401, said(401, 'Unauthorized.'))},
]

const CONNECTION: Case[] = [
  {name: 'refused connection', argv: READ, auth: {auth_url: 'http://127.0.0.1:1/v3'}},
  {name: 'unknown host', argv: READ, auth: {auth_url: 'http://keystone.invalid:5000/v3'}},
  {name: 'dropped connection', argv: READ, routes: {'POST /v3/auth/tokens': {drop: 'before-head'}}},
  {
    name: 'time-out',
    argv: READ,
    entry: {api_timeout: 0.3},
    routes: {'POST /v3/auth/tokens': {delay: 3000}},
  },
  {name: 'no JSON', argv: [...LAB, 'region', 'list'], routes: {'POST /v3/auth/tokens': {status: 201, body: 'hello'}}},
  {name: 'plain http to a TLS port', argv: READ, tls: (made) => made.selfSigned('plain'), auth: {auth_url: 'http://HOST/v3'}},
  {
    name: 'plain http to a TLS port of nginx',
    argv: READ,
    routes: {
      'POST /v3/auth/tokens': {
        status: 400,
        headers: {'content-type': 'text/html'},
        body: '<html><h1>400 Bad Request</h1><center>The plain HTTP request was sent to HTTPS port</center></html>',
      },
    },
  },
  {
    name: 'plain http answered by a TLS alert',
    argv: READ,
    routes: {'POST /v3/auth/tokens': {raw: '\x15\x03\x01\x00\x02\x02\x46'}},
  },
  {name: 'https to a plain port', argv: READ, routes: cloudRoutes(), auth: {auth_url: 'https://HOST/v3'}},
  {name: 'unknown authority', argv: READ, tls: (made) => made.issued('unknown')},
  {name: 'self-signed certificate', argv: READ, tls: (made) => made.selfSigned('self')},
  {name: 'expired certificate', argv: READ, tls: (made) => made.issued('old', {days: -1}), entry: {cacert: 'AUTHORITY'}},
  {
    name: 'certificate of another host',
    argv: READ,
    tls: (made) => made.issued('other', {altName: 'DNS:keystone.example'}),
    entry: {cacert: 'AUTHORITY'},
  },
]

const DISCOVERY: Case[] = [
  {
    name: 'service not offered',
    argv: [...LAB, 'stack', 'list'],
    routes: cloudRoutes(),
    entry: {orchestration_service_type: 'own-orchestration'},
  },
  {name: 'service in another region', argv: [...LAB, 'stack', 'list'], routes: cloudRoutes()},
]

const SERVICE: Case[] = [
  {name: '400', argv: CREATE, routes: answers(400, said(400, 'Invalid input for field name: too long.'))},
  {
    name: '403 by a policy',
    argv: READ,
    routes: answers(403, said(403, 'You are not authorized to perform the requested action: identity:list_users.')),
  },
  {
    name: "403 by nova's policy",
    argv: READ,
    routes: answers(403, {forbidden: {code: 403, message: "Policy doesn't allow os_compute_api:servers:create to be performed."}}),
  },
  {name: '403 for another reason', argv: CREATE, routes: answers(403, said(403, 'The account is locked.'))},
  {name: '404', argv: READ, routes: answers(404, said(404, 'Could not find thing: x.'))},
  {
    name: '409 by a state',
    argv: CREATE,
    routes: answers(409, {conflictingRequest: {code: 409, message: "Cannot 'start' instance 7 while it is in vm_state active"}}),
  },
  {name: '409 by a twin', argv: CREATE, routes: answers(409, said(409, 'Duplicate entry found with id North.'))},
  {name: '413', argv: CREATE, routes: answers(413, {overLimit: {code: 413, message: 'The body is too large.'}})},
  {
    name: 'quota of nova',
    argv: CREATE,
    routes: answers(403, {
      forbidden: {
        code: 403,
        message: 'Quota exceeded for cores, ram: Requested 8, 16384, but already used 18, 40960 of 20, 51200 cores, ram',
      },
    }),
  },
  {
    name: 'quota of neutron',
    argv: CREATE,
    routes: answers(409, {NeutronError: {type: 'OverQuota', message: "Quota exceeded for resources: ['network'].", detail: ''}}),
  },
  {name: '429', argv: CREATE, routes: answers(429, said(429, 'Too many requests.'), {'retry-after': '7'})},
  {name: '500', argv: READ, routes: answers(500, said(500, 'An unexpected error prevented it.'))},
  {name: '503', argv: CREATE, routes: answers(503, '')},
  {name: '504', argv: CREATE, routes: answers(504, '')},
]

export const CASES: readonly Case[] = [...CONFIGURATION, ...AUTHENTICATION, ...CONNECTION, ...DISCOVERY, ...SERVICE]
