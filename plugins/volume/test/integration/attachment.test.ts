import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'
import {gone, recordOf, settled} from './record.ts'

describe('volume attachment', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const names = ['image', 'flavor', 'server', 'volume'].map(uniqueName)
  const [image, flavor, server, volume] = names as [string, string, string, string]
  const attachment = ['volume', 'attachment'] as const
  let volumeId = ''
  let id = ''

  const json = async (...argv: string[]) => JSON.parse(await ok(osc(...argv, '-f', 'json')))
  const record = () => recordOf('attachment', `/attachments/${id}`, '3.27')

  before(async function () {
    await needs(this, 'block-storage', 'compute', 'image')
    const file = join(osc.place.work, 'disk.img')
    writeFileSync(file, 'x'.repeat(512))
    await ok(osc('image', 'create', '--disk-format', 'raw', '--file', file, image))
    later('image', 'delete', image)
    await ok(osc('flavor', 'create', '--ram', '64', '--disk', '1', flavor))
    later('flavor', 'delete', flavor)
    later('server', 'delete', '--wait', server)
    await ok(osc('server', 'create', '--flavor', flavor, '--image', image, '--nic', 'none', '--wait', server))
    volumeId = (await json('volume', 'create', '--size', '1', volume)).id
    later('volume', 'delete', volumeId)
    await settled(() => recordOf('volume', `/volumes/${volumeId}`))
  })

  it('reserves, lists and shows', async () => {
    id = (await json(...attachment, 'create', volume, server)).ID
    later(...attachment, 'delete', id)
    const {status, volume_id} = await record()
    assert.deepEqual([status, volume_id], ['reserved', volumeId])
    const rows: {ID: string}[] = await json(...attachment, 'list', '--volume-id', volumeId)
    assert.deepEqual(
      rows.map(({ID}) => ID),
      [id],
    )
    assert.equal((await json(...attachment, 'show', id)).Status, 'reserved')
  })

  it('connects and completes', async () => {
    await ok(osc(...attachment, 'set', '--host', 'node1', '--mountpoint', '/dev/vdb', id))
    assert.equal((await record()).status, 'attaching')
    await ok(osc(...attachment, 'complete', id))
    assert.equal((await record()).status, 'attached')
    assert.equal((await recordOf('volume', `/volumes/${volumeId}`)).status, 'in-use')
  })

  it('deletes', async () => {
    await ok(osc(...attachment, 'delete', id))
    await gone(`/attachments/${id}`, '3.27')
    await fails(4, osc(...attachment, 'show', id))
  })
})
