import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {story} from './story.ts'

describe('volume attachment', () => {
  const {cloud, json, ok, osc, refuses} = story('volume create --size 1 data')
  const server = '5f1f4c3e-8c7b-4b3e-9d3c-0a6a3f7b2c11'
  const create = async (...options: string[]): Promise<Record<string, unknown>> => {
    // A record is enough: attachments do not ask for more.
    cloud().sandbox.cloud.store.collection('compute/servers').put(server, {id: server, name: 'web', flavorRef: '1'})
    return await json(`volume attachment create data ${server}`, ...options)
  }
  const statusOf = async (name: string) => (await json(`volume show ${name}`)).status

  it('reserves, connects, completes and deletes', async () => {
    const {ID, ...reserved} = await create()
    assert.deepEqual([reserved['Instance ID'], reserved.Status, reserved.Properties], [server, 'reserved', {}])
    const set = await json(`volume attachment set --host node1 --mountpoint /dev/vdb --multipath ${ID}`)
    assert.deepEqual([set.Status, set['Attach Mode']], ['attaching', 'rw'])
    const stored = cloud().sandbox.cloud.store.collection('volume/attachments').get(String(ID))
    assert.deepEqual(stored?.connector, {
      initiator: null,
      ip: null,
      platform: null,
      host: 'node1',
      os_type: null,
      multipath: true,
      mountpoint: '/dev/vdb',
    })
    await ok(`volume attachment complete ${ID}`)
    assert.equal(await statusOf('data'), 'in-use')
    const [row] = await json('volume attachment list --status attached')
    assert.deepEqual(row, {ID, 'Volume ID': reserved['Volume ID'], 'Server ID': server, Status: 'attached'})
    assert.deepEqual(await json('volume attachment list --status reserved'), [])
    assert.equal((await json(`volume attachment show ${ID}`)).Status, 'attached')
    await ok(`volume attachment delete ${ID}`)
    assert.equal(await statusOf('data'), 'available')
    assert.equal((await osc(`volume attachment delete ${ID}`)).status, 4)
  })

  it('connects at once; the last of two switches counts', async () => {
    const attachment = await create('--no-connect', '--connect', '--host', 'node1', '--mode', 'ro')
    assert.deepEqual([attachment.Status, attachment['Attach Mode']], ['attaching', 'ro'])
    await ok(`volume attachment delete ${attachment.ID}`)
  })

  refuses([
    ['volume attachment create --host node1 data web', /--host also requires --connect/],
    ['volume attachment create --connect --no-connect --multipath data web', /--multipath also requires --connect/],
    ['volume attachment show nosuch', /No volume attachment with a name or ID of 'nosuch' exists/, 4],
    ['--os-volume-api-version 3.50 volume attachment create --mode ro data web', /--mode.*3\.54/],
  ])
})
