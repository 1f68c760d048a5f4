import assert from 'node:assert/strict'
import {asObject, decodeJson} from '@osc-cli/core'
import {api, login} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {after, before, describe, it} from 'mocha'

describe('alarm', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const name = uniqueName('alarm')
  let id = ''
  let quotaOf = ''

  before(async function () {
    await needs(this, 'alarming')
    // Aodh may refuse every alarm of a project without a quota of its own.
    const {projectId} = await login()
    await ok(osc('alarm', 'quota', 'set', '--alarm', '50', projectId))
    quotaOf = projectId
  })
  after(async () => {
    if (quotaOf !== '') await api('alarming', 'DELETE', `/v2/quotas/${quotaOf}`)
  })
  const stored = async () => asObject((await api('alarming', 'GET', `/v2/alarms/${id}`)).body)

  it('creates', async () => {
    later('alarm', 'delete', name)
    const rule = ['--type', 'event', '--event-type', 'test.*', '--query', 'traits.a=string::b', '--enabled', 'false']
    id = await ok(osc('alarm', 'create', '--name', name, ...rule, '-f', 'value', '-c', 'alarm_id'))
    const {name: kept, enabled, event_rule} = await stored()
    const query = [{field: 'traits.a', op: 'eq', type: 'string', value: 'b'}]
    assert.deepEqual([kept, enabled, event_rule], [name, false, {event_type: 'test.*', query}])
  })

  for (const line of [
    ['--query', `name='${name}' and not enabled=true`],
    ['--filter', `name=${name}`],
  ])
    it(`lists by ${line[0]}`, async () => {
      assert.equal(await ok(osc('alarm', 'list', ...line, '-f', 'value', '-c', 'alarm_id')), id)
    })

  it('shows by name and by ID', async () => {
    const [byName, byId] = await Promise.all([name, id].map((one) => ok(osc('alarm', 'show', one, '-f', 'json'))))
    assert.equal(byName, byId)
    assert.equal(asObject(decodeJson(byId ?? '')).query, 'traits.a = b')
  })

  it('changes', async () => {
    await ok(osc('alarm', 'update', name, '--severity', 'critical', '--event-type', 'other.*'))
    const {severity, event_rule} = await stored()
    assert.deepEqual([severity, asObject(event_rule).event_type], ['critical', 'other.*'])
    await ok(osc('alarm', 'state', 'set', '--state', 'alarm', name))
    assert.equal((await stored()).state, 'alarm')
    const history = await ok(osc('alarm-history', 'show', id, '-f', 'value', '-c', 'type'))
    assert.ok(history.split('\n').includes('state transition'), history)
  })

  it('deletes', async () => {
    await ok(osc('alarm', 'delete', '--name', name))
    assert.equal((await api('alarming', 'GET', `/v2/alarms/${id}`)).status, 404)
    await fails(4, osc('alarm', 'show', name))
  })
})
