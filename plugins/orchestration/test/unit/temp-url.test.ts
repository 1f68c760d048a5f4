import assert from 'node:assert/strict'
import {createHmac} from 'node:crypto'
import type {ApiRequest, Session} from '@osc-cli/core'
import {describe, it} from 'mocha'
import {createTempUrl} from '../../src/temp-url.ts'

describe('the temporary URL of a deployment', () => {
  it('is signed as Swift reads it: with the decoded path', async () => {
    const requests: string[] = []
    const session = {
      endpoint: async () => 'http://swift.test/v1/AUTH_x',
      request: async ({method, path}: ApiRequest) => {
        requests.push(`${method} ${path.replace(/\/[0-9a-f-]{36}$/, '/ID')}`)
        return {headers: {'x-account-meta-temp-url-key': 'secret'}}
      },
    } as unknown as Session
    const url = new URL(await createTempUrl(session, {name: 'web', container: 'Grüße 100%', minutes: 1}))
    assert.match(url.pathname, /^\/v1\/AUTH_x\/Gr%C3%BC%C3%9Fe%20100%25\/[0-9a-f-]{36}$/)
    const lines = ['PUT', url.searchParams.get('temp_url_expires'), decodeURIComponent(url.pathname)]
    const expected = createHmac('sha256', 'secret').update(lines.join('\n')).digest('hex')
    assert.equal(url.searchParams.get('temp_url_sig'), expected)
    const folder = '/Gr%C3%BC%C3%9Fe%20100%25'
    assert.deepEqual(requests, [`PUT ${folder}`, 'HEAD ', `PUT ${folder}/ID`])
  })
})
