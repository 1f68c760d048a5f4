import assert from 'node:assert/strict'
import type {Call} from '@osc-cli/core/sandbox'
import {isSigned} from '#sandbox/oauth1-signature'

/** The example of OAuth Core 1.0, appendix A.5. */
const HEADER =
  'OAuth realm="http://photos.example.net/", oauth_consumer_key="dpf43f3p2l4k3l03", oauth_token="nnch734d00sl2jdk", ' +
  'oauth_signature_method="HMAC-SHA1", oauth_signature="tR3%2BTy81lMeYAr%2FFid0kMTYa%2FWM%3D", ' +
  'oauth_timestamp="1191242096", oauth_nonce="kllo9940pd9333jh", oauth_version="1.0"'

const call = (over: Partial<Call> = {}): Call => ({
  method: 'GET',
  origin: 'http://photos.example.net',
  path: '/photos',
  query: new URLSearchParams('file=vacation.jpg&size=original'),
  headers: {authorization: HEADER},
  params: {},
  body: {},
  text: '',
  json: null,
  bytes: new Uint8Array(),
  caller: {token: '', userId: '', userName: '', userDomainId: '', roles: []},
  ...over,
})

describe('a signature of OAuth 1.0a', () => {
  const cases: [string, boolean, Call, string?][] = [
    ['holds for the request that was signed', true, call()],
    ['does not for another method', false, call({method: 'POST'})],
    ['does not for another path', false, call({path: '/others'})],
    ['does not for other parameters', false, call({query: new URLSearchParams('file=vacation.jpg')})],
    ['does not with another secret', false, call(), 'other'],
    ['is needed', false, call({headers: {}})],
    ['must be by HMAC-SHA1', false, call({headers: {authorization: HEADER.replace('HMAC-SHA1', 'PLAINTEXT')}})],
  ]
  for (const [what, expected, request, secret = 'pfkkdhi9sl3r4s00'] of cases) {
    it(what, () => assert.equal(isSigned(request, 'kd94hf93k423kf44', secret), expected))
  }
})
