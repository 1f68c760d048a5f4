import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {cloudEnv, oscOnCloud} from '@osc-cli/core/test/integration/support/cloud'
import {ids} from '@osc-cli/core/test/integration/support/masks'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {openstack} from '@osc-cli/core/test/integration/support/openstack'
import {same} from '@osc-cli/core/test/integration/support/same'
import {makePlace, type Place, removePlace} from '@osc-cli/core/test/support/place'
import {run} from '@osc-cli/core/test/support/run'
import {describe, it} from 'mocha'

describe('policy', () => {
  const osc = oscOnCloud()
  const later = cleanUp()
  let place: Place
  let id = ''
  before(() => {
    place = makePlace()
    writeFileSync(join(place.work, 'rules.json'), '{"admin_required": "role:admin"}\n')
  })
  after(() => removePlace(place))
  const here = (...argv: string[]) => run(argv, {env: cloudEnv(), cwd: place.work})

  it('creates, as openstack does', async () => {
    const line = ['policy', 'create', '--type', 'text/x-test', 'rules.json']
    const drop = async () => {
      const {stdout} = await openstack(['policy', 'list', '-f', 'value'])
      const made = stdout.split('\n').filter((row) => row.endsWith('text/x-test'))
      for (const row of made) await openstack(['policy', 'delete', row.split(' ')[0] ?? ''])
    }
    await same(line, {formats: ['json', 'table'], masks: [ids], undo: drop, cwd: place.work})
    await drop()
    id = await ok(here(...line, '-f', 'value', '-c', 'id'))
    later('policy', 'delete', id)
  })

  it('lists and shows as openstack does', async () => {
    await same(['policy', 'list'], {formats: 'list'})
    await same(['policy', 'list', '--long'], {formats: 'list'})
    await same(['policy', 'show', id], {formats: 'show'})
  })

  it('changes', async () => {
    await ok(osc('policy', 'set', '--type', 'text/plain', id))
    assert.equal(await ok(osc('policy', 'show', id, '-f', 'value', '-c', 'type')), 'text/plain')
    assert.match(await fails(2, here('policy', 'set', '--rules', 'missing.json', id)), /missing\.json/)
  })

  it('deletes', async () => {
    await ok(osc('policy', 'delete', id))
    await fails(4, osc('policy', 'show', id))
  })
})
