import {type Case, LAB, READ} from '../case.ts'
import {cloudRoutes} from '../cloud.ts'

export const CONNECTION: readonly Case[] = [
  {name: 'refused connection', argv: READ, auth: {auth_url: 'http://127.0.0.1:1/v3'}},
  {name: 'unknown host', argv: READ, auth: {auth_url: 'http://keystone.invalid:5000/v3'}},
  {name: 'dropped connection', argv: READ, routes: {'POST /v3/auth/tokens': {drop: 'before-head'}}},
  {
    name: 'timeout',
    argv: READ,
    entry: {api_timeout: 0.3},
    routes: {'POST /v3/auth/tokens': {delay: 3000}},
  },
  {name: 'response that is not JSON', argv: [...LAB, 'region', 'list'], routes: {'POST /v3/auth/tokens': {status: 201, body: 'hello'}}},
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
  {name: 'certificate of an unknown authority', argv: READ, tls: (made) => made.issued('unknown')},
  {name: 'self-signed certificate', argv: READ, tls: (made) => made.selfSigned('self')},
  {name: 'expired certificate', argv: READ, tls: (made) => made.issued('old', {days: -1}), entry: {cacert: 'AUTHORITY'}},
  {
    name: 'certificate for another host',
    argv: READ,
    tls: (made) => made.issued('other', {altName: 'DNS:keystone.example'}),
    entry: {cacert: 'AUTHORITY'},
  },
  {
    name: 'certificate that is not valid yet',
    argv: READ,
    tls: (made) => made.issued('new', {starts: '20900101000000Z'}),
    entry: {cacert: 'AUTHORITY'},
  },
  {
    name: 'missing client certificate',
    argv: READ,
    tls: (made) => ({...made.issued('strict'), ca: made.authority.cert, requestCert: true}),
    entry: {cacert: 'AUTHORITY'},
  },
  {name: 'response over TLS that is not HTTP', argv: READ, tls: (made) => made.issued('odd'), entry: {cacert: 'AUTHORITY'}, routes: {'POST /v3/auth/tokens': {raw: 'SSH-2.0-OpenSSH_9.2\r\n'}}},
  {name: 'unreachable network', argv: READ, auth: {auth_url: 'http://224.0.0.1:5000/v3'}},
  {
    name: 'proxy that rejects the request',
    argv: READ,
    tls: (made) => made.issued('behind'),
    env: {HTTPS_PROXY: 'http://alice:guessed-5@PROXY'},
    proxy: 'Basic none',
  },
  {name: 'proxy that is not running', argv: READ, env: {HTTP_PROXY: 'http://127.0.0.1:1'}},
  {
    name: 'redirect to another host',
    argv: READ,
    routes: {'POST /v3/auth/tokens': {status: 302, headers: {location: 'https://other.example/v3/auth/tokens'}}},
  },
  {
    name: 'malformed response header',
    argv: READ,
    routes: {'POST /v3/auth/tokens': {raw: 'HTTP/1.1 201 Created\r\nContent-Length: much\r\n\r\n'}},
  },
  {name: 'login response without a token', argv: READ, routes: {'POST /v3/auth/tokens': {status: 201, body: {}}}},
  {name: 'response without the expected list', argv: READ, routes: cloudRoutes({'/v3/regions': {body: {places: []}}})},
  {
    name: 'body that cannot be decoded',
    argv: READ,
    routes: cloudRoutes({'/v3/regions': {body: 'x'.repeat(50), headers: {'content-encoding': 'gzip'}}}),
  },
  {
    name: 'truncated list',
    argv: READ,
    routes: cloudRoutes({
      '/v3/regions': {body: Buffer.from('{"regions": [{"id": "North"}'), headers: {'content-type': 'application/json'}},
    }),
  },
]
