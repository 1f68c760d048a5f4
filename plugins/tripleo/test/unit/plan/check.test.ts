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

describe('validation of a plan by Heat', () => {
  it('sends everything but secrets, which it replaces by other values', async () => {
    const sent: ApiRequest[] = []
    const session = {request: async (request: ApiRequest) => void sent.push(request)} as unknown as Session
    const resolved = {
      files: new Map([
        ['top.yaml', 'top'],
        ['env.yaml', 'env'],
      ]),
      texts: new Map([['t.sh', 'text']]),
    }
    await checkWithHeat(session, new PlanEnvironment(ENVIRONMENT), resolved)
    const body = JSON.parse(JSON.stringify(sent[0]?.body))
    assert.ok(!/token-value|password-value|suffix-value|ring-value/.test(JSON.stringify(body)))
    const {parameter_defaults: values, resource_registry: registry} = JSON.parse(body.files['plan-parameters.json'])
    assert.deepEqual([values.Zone, values.Count, values.RingKeys, registry], ['a', 2, {}, {A: 'a.yaml'}])
    assert.match(values.AdminPassword, /^[a-zA-Z0-9]{14}$/)
    assert.deepEqual(body.environment_files, ['env.yaml', 'plan-parameters.json'])
    assert.deepEqual([body.template, body.files['t.sh'], body.files['env.yaml']], ['top', 'text', 'env'])
  })
})
