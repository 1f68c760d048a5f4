import assert from 'node:assert/strict'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'
import {gone, recordOf, settled} from './record.ts'

describe('consistency group', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const names = ['type', 'volume', 'group', 'renamed', 'snapshot'].map(uniqueName)
  const [type, volume, name, renamed, snapshot] = names as [string, string, string, string, string]
  const group = ['consistency', 'group'] as const
  // Cinder keeps consistency groups as groups of this type, which a new cloud may lack.
  const groupType = 'default_cgsnapshot_type'
  let id = ''

  const json = async (...argv: string[]) => JSON.parse(await ok(osc(...argv, '-f', 'json')))
  const record = () => recordOf('consistencygroup', `/consistencygroups/${id}`)

  before(async function () {
    await needs(this, 'block-storage')
    const groupTypes: {Name: string}[] = await json('volume', 'group', 'type', 'list')
    if (!groupTypes.some(({Name}) => Name === groupType)) {
      await ok(osc('volume', 'group', 'type', 'create', groupType))
      later('volume', 'group', 'type', 'delete', groupType)
      const property = 'consistent_group_snapshot_enabled=<is> True'
      await ok(osc('volume', 'group', 'type', 'set', '--property', property, groupType))
    }
    await ok(osc('volume', 'type', 'create', type))
    later('volume', 'type', 'delete', type)
  })

  it('creates, lists and shows', async () => {
    id = (await json(...group, 'create', '--volume-type', type, '--description', 'Text', name)).id
    later(...group, 'delete', '--force', id)
    await settled(record)
    assert.deepEqual([(await record()).name, (await record()).description], [name, 'Text'])
    const rows: {Name: string}[] = await json(...group, 'list', '--long')
    assert.ok(rows.some(({Name}) => Name === name))
    assert.equal((await json(...group, 'show', name)).id, id)
  })

  it('has volumes and snapshots', async () => {
    const {id: volumeId} = await json('volume', 'create', '--size', '1', '--type', type, volume)
    later('volume', 'delete', volumeId)
    const volumeRecord = () => recordOf('volume', `/volumes/${volumeId}`)
    await settled(volumeRecord)
    await ok(osc(...group, 'add', 'volume', name, volume))
    await settled(record)
    assert.equal((await volumeRecord()).consistencygroup_id, id)
    const taken = await json(...group, 'snapshot', 'create', '--consistency-group', name, snapshot)
    later(...group, 'snapshot', 'delete', taken.id)
    const path = `/cgsnapshots/${taken.id}`
    await settled(() => recordOf('cgsnapshot', path))
    const [row] = await json(...group, 'snapshot', 'list', '--consistency-group', name)
    assert.equal(row.ID, taken.id)
    await ok(osc(...group, 'snapshot', 'delete', snapshot))
    await gone(path, '3.0')
    await ok(osc(...group, 'remove', 'volume', name, volume))
    await settled(record)
    assert.equal((await volumeRecord()).consistencygroup_id, null)
  })

  it('changes and deletes', async () => {
    await ok(osc(...group, 'set', '--name', renamed, name))
    assert.equal((await record()).name, renamed)
    await ok(osc(...group, 'delete', renamed))
    await gone(`/consistencygroups/${id}`, '3.0')
    await fails(4, osc(...group, 'show', id))
  })
})
