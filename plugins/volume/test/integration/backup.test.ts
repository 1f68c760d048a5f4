import assert from 'node:assert/strict'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'
import {recordOf} from './record.ts'

describe('volume backup', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const names = ['volume', 'snapshot', 'full', 'increment', 'renamed', 'restored'].map(uniqueName)
  const [volume, snapshot, full, increment, renamed, restored] = names as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const backup = ['volume', 'backup'] as const
  let [volumeId, fullId, incrementId] = ['', '', '']

  const json = async (...argv: string[]) => JSON.parse(await ok(osc(...argv, '-f', 'json')))
  const record = (id: string) => recordOf('backup', `/backups/${id}`, '3.43')

  before(async function () {
    await needs(this, 'block-storage')
    volumeId = (await json('volume', 'create', '--size', '1', '--wait', volume)).id
    later('volume', 'delete', '--cascade', volumeId)
  })

  it('creates', async () => {
    assert.match(await fails(1, osc(...backup, 'create', '--incremental', volume)), /No backups available/)
    const options = ['--name', full, '--description', 'Text', '--property', 'a=b', '--wait']
    fullId = (await json(...backup, 'create', ...options, volume)).id
    later(...backup, 'delete', fullId)
    const {name, description, status, size, volume_id, metadata, is_incremental} = await record(fullId)
    assert.deepEqual([name, description, status, size], [full, 'Text', 'available', 1])
    assert.deepEqual([volume_id, metadata, is_incremental], [volumeId, {a: 'b'}, false])
  })

  it('creates an increment, and refuses to delete its base', async () => {
    incrementId = (await json(...backup, 'create', '--incremental', '--name', increment, '--wait', volume)).id
    later(...backup, 'delete', '--wait', incrementId)
    assert.equal((await record(incrementId)).is_incremental, true)
    assert.equal((await record(fullId)).has_dependent_backups, true)
    assert.match(await fails(1, osc(...backup, 'delete', full)), /Incremental backups exist/)
  })

  it('backs up a snapshot', async () => {
    const {id: snapshotId} = await json('volume', 'snapshot', 'create', '--volume', volume, '--wait', snapshot)
    const {id} = await json(...backup, 'create', '--snapshot', snapshot, '--wait', volume)
    later(...backup, 'delete', id)
    assert.equal((await record(id)).snapshot_id, snapshotId)
  })

  it('lists and shows', async () => {
    const rows: {ID: string}[] = await json(...backup, 'list', '--volume', volume)
    assert.ok(rows.some(({ID}) => ID === fullId))
    const shown = await json(...backup, 'show', full)
    assert.deepEqual([shown.id, shown.volume_id, shown.status], [fullId, volumeId, 'available'])
  })

  it('changes', async () => {
    await ok(osc(...backup, 'set', '--name', renamed, '--description', 'Other', '--property', 'c=d', full))
    await ok(osc(...backup, 'unset', '--property', 'a', renamed))
    const {name, description, metadata} = await record(fullId)
    assert.deepEqual([name, description, metadata], [renamed, 'Other', {c: 'd'}])
  })

  it('restores to a new volume', async () => {
    const answer = await json(...backup, 'restore', '--wait', renamed, restored)
    later('volume', 'delete', answer.volume_id)
    const {name, status, size} = await recordOf('volume', `/volumes/${answer.volume_id}`)
    assert.deepEqual([name, status, size], [restored, 'available', 1])
  })

  it('imports the exported record of a deleted backup', async () => {
    const {backup_service, backup_url} = await json(...backup, 'record', 'export', increment)
    await ok(osc(...backup, 'delete', '--wait', increment))
    await fails(4, osc(...backup, 'show', incrementId))
    assert.equal((await json(...backup, 'record', 'import', backup_service, backup_url)).id, incrementId)
    assert.equal((await json(...backup, 'show', incrementId)).name, increment)
  })
})
