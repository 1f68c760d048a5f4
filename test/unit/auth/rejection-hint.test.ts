import assert from 'node:assert/strict'
import type {CloudConfig} from '#cloud/config/types'
import {HttpError} from '#errors'
import {fakeCloud, from, KEYSTONE, openFake} from '../session/fake-cloud.ts'

const REFUSED = {status: 401, body: {error: {message: 'The request you have made requires authentication.'}}}

describe('a service that rejects the result of a login', () => {
  const endpoint = 'http://alone.example/v1'
  const places = {
    auth_type: from('file', 'clouds.yaml:2'),
    'auth.token': from('environment', 'OS_TOKEN'),
    'auth.username': from('option', '--os-username'),
    'auth.password': from('environment', 'OS_PASSWORD'),
  }
  const credential = {auth_url: KEYSTONE, application_credential_id: 'c1', application_credential_secret: 'hidden'}

  const hints: [string, Partial<CloudConfig>, RegExp][] = [
    ['none', {auth: {endpoint}}, /type none \(from clouds\.yaml:2\) does not log in/],
    ['noauth', {auth: {endpoint}}, /type noauth/],
    ['admin_token', {auth: {endpoint, token: 'hidden'}}, /^Get a new token: .*\(from OS_TOKEN\) has expired/],
    [
      'http_basic',
      {auth: {endpoint, username: 'bo', password: 'hidden'}},
      /username 'bo' \(from --os-username\) or its password \(from OS_PASSWORD\)/,
    ],
    [
      'v3applicationcredential',
      {auth: credential},
      /access rules of application credential 'c1'.*osc access rule list/,
    ],
    ['password', {}, /osc configuration show/],
  ]
  for (const [authType, over, hint] of hints) {
    it(`says with ${authType} what to look at`, async () => {
      const cloud = fakeCloud(() => REFUSED)
      const session = openFake(cloud, {authType, sources: places, ...over})
      await assert.rejects(session.get('orchestration', '/stacks'), (error) => {
        assert.ok(error instanceof HttpError)
        assert.match(error.hint ?? '', hint)
        assert.doesNotMatch(`${error.message}${error.hint}`, /hidden/)
        return true
      })
    })
  }
})
