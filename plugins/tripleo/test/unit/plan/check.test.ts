import assert from 'node:assert/strict'
import type {ApiRequest, Session} from '@osc-cli/core'
import {checkWithHeat} from '../../../src/plan/check.ts'
import {PlanEnvironment} from '../../../src/plan/environment.ts'

const ENVIRONMENT = `
template: top.yaml
environments: [{path: env.yaml}]
parameter_defaults: {Zone: a, ApiToken: token-value, Count: 2, RingKeys: {one: ring-value}}
passwords: {AdminPassword: password-value, HashSuffix: suffix-value}
resource_registry: {A: a.yaml}
`

const validated = async (top: string): Promise<ApiRequest[]> => {
  const sent: ApiRequest[] = []
  const request = async (one: ApiRequest) => {
    sent.push(one)
    return {headers: {}, json: async () => []}
  }
  const resolved = {
    files: new Map([
      ['top.yaml', top],
      ['env.yaml', 'env'],
    ]),
    texts: new Map([['t.sh', 'text']]),
  }
  const environment = new PlanEnvironment(ENVIRONMENT)
  environment.name = 'first'
  // The container is empty already.
  const list = (service: string, path: string) => {
    sent.push({service, method: 'GET', path})
    return []
  }
  await checkWithHeat({request, list} as unknown as Session, environment, resolved)
  return sent
}

const bodyOf = (request: ApiRequest | undefined) => JSON.parse(JSON.stringify(request?.body))

describe('validation of a plan by Heat', () => {
  it('sends everything but secrets, which it replaces by other values', async () => {
    const [request] = await validated('top')
    const body = bodyOf(request)
    assert.ok(!/token-value|password-value|suffix-value|ring-value/.test(JSON.stringify(body)))
    const {parameter_defaults: values, resource_registry: registry} = JSON.parse(body.files['plan-parameters.json'])
    assert.deepEqual([values.Zone, values.Count, values.RingKeys, registry], ['a', 2, {}, {A: 'a.yaml'}])
    assert.match(values.AdminPassword, /^[a-zA-Z0-9]{14}$/)
    assert.deepEqual(body.environment_files, ['env.yaml', 'plan-parameters.json'])
    assert.deepEqual([body.template, body.files['t.sh'], body.files['env.yaml']], ['top', 'text', 'env'])
  })

  it('puts large plans into a container, and removes it', async () => {
    const sent = await validated('x'.repeat(600_000))
    const lines = sent.map(({method, path}) => `${method} ${path}`)
    assert.deepEqual(lines, [
      'PUT /first-check',
      'PUT /first-check/top.yaml',
      'PUT /first-check/env.yaml',
      'POST /validate',
      'HEAD /first-check',
      'GET /first-check',
      'DELETE /first-check',
    ])
    const body = bodyOf(sent[3])
    assert.equal(body.files_container, 'first-check')
    assert.deepEqual(Object.keys(body.files), ['t.sh', 'plan-parameters.json'])
  })
})
