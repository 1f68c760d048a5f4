import assert from 'node:assert/strict'
import {openSession} from '#cloud/open'
import {ConfigError} from '#errors'
import {cloudConfig, fakeTrace, from} from './fake-cloud.ts'

describe('api_timeout', () => {
  const open = (given: string | number) =>
    openSession(cloudConfig({settings: {api_timeout: given}, sources: {api_timeout: from('file', 'clouds.yaml:9')}}), {
      env: {},
      userAgent: 'test',
      signal: new AbortController().signal,
      trace: fakeTrace(),
      cacheDir: '/nonexistent',
      useCache: false,
    })

  for (const given of [30, '30', 0.5, 0]) it(`may be ${JSON.stringify(given)}`, () => open(given).then(() => {}))

  it('must be a number', async () => {
    await assert.rejects(open('soon'), (error) => {
      assert.ok(error instanceof ConfigError)
      assert.match(error.message, /^clouds\.yaml:9: api_timeout must be a number of seconds, not "soon"\.$/)
      return true
    })
  })
})
