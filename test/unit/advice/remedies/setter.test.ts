import assert from 'node:assert/strict'
import {factsOf} from '#advice/remedies/facts'
import {ConnectionError} from '#errors'
import {cloudConfig, from} from '../../session/fake-cloud.ts'

describe('where the address of a failed request comes from', () => {
  const config = cloudConfig({
    auth: {auth_url: 'https://cloud:5000/v3'},
    settings: {orchestration_endpoint_override: 'https://cloud/heat/v1'},
    sources: {
      'auth.auth_url': from('file', 'clouds.yaml:3'),
      orchestration_endpoint_override: from('file', 'clouds.yaml:9'),
    },
  })
  const CATALOG = (service: string) => `; the address comes from the catalog: osc catalog show ${service}`

  const cases: [url: string, service: string | undefined, proxy: string | undefined, setter: string][] = [
    ['https://cloud:5000/v3/auth/tokens', undefined, undefined, '; the address comes from auth_url (clouds.yaml:3)'],
    ['https://cloud:5000/v3/projects', 'identity', undefined, '; the address comes from auth_url (clouds.yaml:3)'],
    ['http://cloud:5000/v3/projects', 'identity', undefined, CATALOG('identity')],
    ['https://cloud:5000/v3x', 'identity', undefined, CATALOG('identity')],
    [
      'https://cloud/heat/v1/stacks',
      'orchestration',
      undefined,
      '; the address comes from orchestration_endpoint_override (clouds.yaml:9)',
    ],
    ['https://cloud/nova/v2.1/servers', 'compute', undefined, CATALOG('compute')],
    ['https://cloud:5000/v3/auth/tokens', undefined, 'proxy:3128', ''],
    ['https://files.example/t.yaml', undefined, undefined, ''],
  ]
  for (const [url, service, proxy, setter] of cases) {
    it(`${url}${proxy ? ` through ${proxy}` : ''} is reported as '${setter}'`, () => {
      const {host, hostname} = new URL(url)
      const error = new ConnectionError('failed', {facts: {host, hostname, proxy, service, url}})
      const sources = {argv: [], program: 'osc', command: undefined, declared: undefined, pluginName: undefined}
      assert.equal(factsOf(error, {...sources, config}).setter, setter)
    })
  }

  it('is the endpoint of a cloud without a catalog', () => {
    const bare = cloudConfig({
      auth: {endpoint: 'http://heat:8004'},
      sources: {'auth.endpoint': from('environment', 'OS_ENDPOINT')},
    })
    const url = 'http://heat:8004/v1/stacks'
    const error = new ConnectionError('failed', {facts: {host: 'heat:8004', service: 'orchestration', url}})
    const sources = {argv: [], program: 'osc', command: undefined, declared: undefined, pluginName: undefined}
    const {setter} = factsOf(error, {...sources, config: bare})
    assert.equal(setter, '; the address comes from endpoint (OS_ENDPOINT)')
  })
})
