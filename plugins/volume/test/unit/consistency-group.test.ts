import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {story} from './story.ts'

describe('consistency group', () => {
  const {json, ok, osc, refuses} = story(
    'volume type create fast',
    'volume create --size 1 data',
    'volume create --size 1 logs',
  )

  it('creates, from a type and as copies', async () => {
    const {id: type} = await json('volume type show fast')
    const group = await json('consistency group create --volume-type fast --description Text db')
    assert.deepEqual([group.name, group.description, group.volume_types], ['db', 'Text', [type]])
    const snapshot = await json('consistency group snapshot create --consistency-group db night')
    assert.deepEqual([snapshot.name, snapshot.consistencygroup_id], ['night', group.id])
    assert.equal((await json('consistency group snapshot create db')).name, 'db')
    assert.equal((await json('consistency group create --consistency-group-source db twin')).name, 'twin')
    const copy = await osc('consistency group create --snapshot night --availability-zone z copy')
    assert.match(copy.stderr, /Warning: --availability-zone has no effect without --volume-type/)
  })

  it('lists and shows', async () => {
    const rows: Record<string, unknown>[] = await json('consistency group list --long')
    assert.deepEqual(rows.map(({Name}) => Name).sort(), ['copy', 'db', 'twin'])
    assert.equal((await json('consistency group list --all-projects')).length, 3)
    assert.equal((await json('consistency group show db')).status, 'available')
    assert.equal((await json('consistency group snapshot list --consistency-group db --long')).length, 2)
    assert.deepEqual(await json('consistency group snapshot list --status error'), [])
    assert.equal((await json('consistency group snapshot show night')).status, 'available')
  })

  it('has volumes', async () => {
    const groupOf = async (name: string) => (await json(`volume show ${name}`)).consistencygroup_id
    await ok('consistency group add volume db data logs')
    const {id} = await json('consistency group show db')
    assert.deepEqual([await groupOf('data'), await groupOf('logs')], [id, id])
    await ok('consistency group remove volume db logs')
    assert.equal(await groupOf('logs'), undefined)
    assert.equal((await osc('consistency group delete db')).status, 1)
  })

  it('changes and deletes', async () => {
    await ok('consistency group set --name sql --description New db')
    assert.equal((await json('consistency group show sql')).description, 'New')
    await ok('consistency group set sql')
    await ok('consistency group snapshot delete night db')
    await ok('consistency group delete --force sql')
    await ok('consistency group delete twin copy')
    assert.deepEqual(await json('consistency group list'), [])
    assert.equal((await osc('volume show data')).status, 4)
  })

  refuses([
    ['consistency group create', /--volume-type.*--source.*--snapshot/],
    ['consistency group create --volume-type a --source b', /--volume-type|--source/],
    ['consistency group snapshot create', /The consistency group is missing/],
    ['consistency group show nosuch', /No consistency group with a name or ID of 'nosuch' exists/, 4],
    ['consistency group add volume nosuch nosuch', /No volume with a name or ID of 'nosuch' exists/, 4],
  ])
})
