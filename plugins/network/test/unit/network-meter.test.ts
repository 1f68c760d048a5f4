import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('network meters and their rules', () => {
  const {ok, json, refuses} = onSandbox()

  it('are created, listed and deleted', async () => {
    const meter = await json('network meter create --share --description d traffic')
    assert.equal(meter.shared, true)
    const rule = await json('network meter rule create --exclude --egress --remote-ip-prefix 10.0.0.0/8 traffic')
    assert.deepEqual([rule.metering_label_id, rule.is_excluded, rule.direction], [meter.id, true, 'egress'])
    assert.equal((await json('network meter rule list'))[0]['Remote IP Prefix'], '10.0.0.0/8')
    assert.equal((await json(`network meter rule show ${rule.id}`)).id, rule.id)
    await ok(`network meter rule delete ${rule.id}`)
    assert.equal((await json('network meter show traffic')).description, 'd')
    await ok('network meter delete traffic')
    assert.deepEqual(await json('network meter list'), [])
  })

  refuses([
    ['network meter show nothing', 4, /No network meter with a name or ID of 'nothing' exists/],
    ['network meter rule create --ingress --egress x', 2, /--egress/],
  ])
})
