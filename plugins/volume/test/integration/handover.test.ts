import assert from 'node:assert/strict'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'
import {recordOf} from './record.ts'

describe('volumes that revert, migrate and change owners', () => {
  const osc = oscOnCloud()
  const user = oscOnCloud(userCloudName())
  const later = cleanUp({by: 'osc'})
  const [name, snapshot, transfer] = ['volume', 'snapshot', 'transfer'].map(uniqueName) as [string, string, string]
  const record = async () => await recordOf('volume', `/volumes/${id}`)
  let id = ''

  before(async function () {
    await needs(this, 'block-storage')
    id = await ok(osc('volume', 'create', '--size', '1', '--wait', '-f', 'value', '-c', 'id', name))
    later('volume', 'delete', '--cascade', '--wait', id)
  })

  it('revert to the latest snapshot', async () => {
    await ok(osc('volume', 'snapshot', 'create', '--volume', name, '--wait', snapshot))
    await ok(osc('volume', 'revert', '--wait', snapshot))
    assert.equal((await record()).status, 'available')
    await ok(osc('volume', 'snapshot', 'delete', '--wait', snapshot))
  })

  it('do not migrate to where they are, nor to an unknown host', async () => {
    const [{Name: pool}] = JSON.parse(await ok(osc('volume', 'backend', 'pool', 'list', '-f', 'json')))
    assert.match(await fails(1, osc('volume', 'migrate', '--host', pool, '--wait', name)), /must be different/)
    assert.match(await fails(1, osc('volume', 'migrate', '--host', 'no@such#pool', name)), /No available service/)
    assert.equal((await record()).status, 'available')
  })

  it('are offered and withdrawn', async () => {
    await ok(osc('volume', 'transfer', 'request', 'create', '--name', transfer, name))
    later('volume', 'transfer', 'request', 'delete', transfer)
    assert.equal((await record()).status, 'awaiting-transfer')
    const shown = JSON.parse(await ok(osc('volume', 'transfer', 'request', 'show', transfer, '-f', 'json')))
    assert.deepEqual([shown.name, shown.volume_id], [transfer, id])
    await ok(osc('volume', 'transfer', 'request', 'delete', transfer))
    assert.equal((await record()).status, 'available')
  })

  it('belong to the project that accepts them', async () => {
    const accept = ['volume', 'transfer', 'request', 'accept', '--auth-key'] as const
    const created = await ok(osc('volume', 'transfer', 'request', 'create', '--name', transfer, '-f', 'json', name))
    const {id: request, auth_key} = JSON.parse(created)
    await fails(1, user(...accept, '0123456789abcdef', request))
    await ok(user(...accept, auth_key, request))
    const owner = JSON.parse(await ok(user('token', 'issue', '-f', 'json'))).project_id
    assert.equal((await record())['os-vol-tenant-attr:tenant_id'], owner)
    await fails(4, osc('volume', 'transfer', 'request', 'show', request))
    await ok(user('volume', 'delete', '--wait', name))
  })
})
