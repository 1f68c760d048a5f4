import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {story} from './story.ts'

describe('volume backup', () => {
  const {json, ok, osc, refuses} = story('volume create --size 2 data')
  const show = (name: string) => json(`volume backup show ${name}`)

  it('creates', async () => {
    const {id: volume} = await json('volume show data')
    const created = await json('volume backup create --name night --property a=b data')
    assert.deepEqual(created, {id: created.id, name: 'night', volume_id: volume})
    const {size, is_incremental, metadata, volume_id} = await show('night')
    assert.deepEqual([size, is_incremental, metadata, volume_id], [2, false, {a: 'b'}, volume])
    await ok('volume snapshot create --volume data shot')
    await ok('volume backup create --snapshot shot --incremental --no-incremental --name day data')
    assert.equal((await show('day')).is_incremental, false)
  })

  it('creates increments of the latest backup, which keep it from being deleted', async () => {
    await ok('volume create --size 1 other')
    await ok('volume backup create --name base other')
    await ok('volume backup create --incremental --name more other')
    const {is_incremental, has_dependent_backups} = await show('more')
    assert.deepEqual([is_incremental, has_dependent_backups], [true, false])
    assert.equal((await show('base')).has_dependent_backups, true)
    const refused = await osc('volume backup delete base')
    assert.deepEqual([refused.status, /Incremental backups exist/.test(refused.stderr)], [1, true])
    await ok('volume backup delete more')
    await ok('volume backup delete base')
  })

  it('lists; people see names of volumes, programs see IDs', async () => {
    assert.match(await ok('volume backup list --long --name night'), /\| data +\| volumebackups \|/)
    const [row, ...others] = await json('volume backup list --long --volume data --max-items 1')
    assert.match(row.Volume, /^[0-9a-f-]{36}$/)
    assert.deepEqual(others, [])
    assert.deepEqual(await json('volume backup list --volume deleted-long-ago'), [])
    assert.deepEqual(await json('volume backup list --status error'), [])
  })

  it('changes', async () => {
    await ok('volume backup set --name noon --description Daily --property c=d day')
    const {description, metadata} = await show('noon')
    assert.deepEqual([description, metadata], ['Daily', {c: 'd'}])
    await ok('volume backup set --property e=f noon')
    const {stderr} = await osc('volume backup unset --property c --property x noon')
    assert.match(stderr, /Warning: backup noon does not have a property 'x'/)
    assert.deepEqual((await show('noon')).metadata, {e: 'f'})
    await ok('volume backup set --no-property --property g=h noon')
    assert.deepEqual((await show('noon')).metadata, {g: 'h'})
    const reset = await osc('volume backup set --state error noon')
    assert.match(reset.stderr, /Warning: the state of volume backup noon changes only/)
    assert.equal((await show('noon')).status, 'error')
  })

  it('restores to a new volume and, with --force, to an existing one', async () => {
    const restored = await json('volume backup restore night again')
    assert.deepEqual([restored.id, restored.volume_name], [(await show('night')).id, 'again'])
    assert.equal((await json('volume show again')).size, 2)
    const refused = await osc('volume backup restore night again')
    assert.deepEqual([refused.status, /Volume again already exists/.test(refused.stderr)], [5, true])
    assert.equal((await json('volume backup restore --force night again')).volume_id, restored.volume_id)
    assert.match((await json('volume backup restore night')).volume_name, /^restore_backup_/)
  })

  it('exports and imports a record', async () => {
    assert.match(await ok('volume backup record export night'), /\| Backup Service \|/)
    const {backup_service, backup_url} = await json('volume backup record export night')
    const {id} = await show('night')
    await ok('volume backup delete night')
    assert.deepEqual(await json(`volume backup record import ${backup_service} ${backup_url}`), {id, name: 'night'})
    assert.equal((await show('night')).id, id)
  })

  it('deletes', async () => {
    await ok('volume backup delete --force night noon')
    assert.deepEqual(await json('volume backup list'), [])
  })

  refuses([
    ['volume backup show nosuch', /No volume backup with a name or ID of 'nosuch' exists/, 4],
    ['volume backup create --incremental data', /No backups available/, 1],
    ['volume backup record import service garbage', /cannot be decoded/, 1],
    ['--os-volume-api-version 3.40 volume backup unset --property a night', /3\.43/],
    ['--os-volume-api-version 3.40 volume backup create --property a=b data', /--property.*3\.43/],
  ])
})
