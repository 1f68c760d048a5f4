import assert from 'node:assert/strict'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'
import {createInGroup, gone, recordOf, settled} from './record.ts'

describe('volume group', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const names = ['type', 'group-type', 'group', 'renamed', 'snapshot'].map(uniqueName)
  const [type, groupType, name, renamed, snapshot] = names as [string, string, string, string, string]
  const group = ['volume', 'group'] as const
  let id = ''

  const json = async (...argv: string[]) => JSON.parse(await ok(osc(...argv, '-f', 'json')))
  const typeOf = async (typeId: string) => await recordOf('group_type', `/group_types/${typeId}`, '3.11')

  before(async function () {
    await needs(this, 'block-storage')
    await ok(osc('volume', 'type', 'create', type))
    later('volume', 'type', 'delete', type)
  })

  it('creates and changes its type', async () => {
    const {ID} = await json(...group, 'type', 'create', '--private', '--description', 'Text', groupType)
    later(...group, 'type', 'delete', groupType)
    assert.equal((await typeOf(ID)).is_public, false)
    await ok(osc(...group, 'type', 'set', '--property', 'a=b', '--public', groupType))
    const {group_specs, is_public} = await typeOf(ID)
    assert.deepEqual([group_specs, is_public], [{a: 'b'}, true])
    await ok(osc(...group, 'type', 'set', '--no-property', '--property', 'c=d', groupType))
    assert.deepEqual((await typeOf(ID)).group_specs, {c: 'd'})
    const row = {ID, Name: groupType, 'Is Public': true, 'Group Specs': {c: 'd'}}
    const rows: {ID: string}[] = await json(...group, 'type', 'list')
    assert.deepEqual(
      rows.find((one) => one.ID === ID),
      row,
    )
  })

  it('creates, lists and shows', async () => {
    const options = ['--volume-group-type', groupType, '--volume-type', type, '--name', name]
    id = (await json(...group, 'create', ...options)).ID
    later(...group, 'delete', '--force', id)
    assert.equal((await recordOf('group', `/groups/${id}`, '3.13')).name, name)
    const rows: {Name: string}[] = await json(...group, 'list')
    assert.ok(rows.some(({Name}) => Name === name))
    assert.equal((await json(...group, 'show', name)).ID, id)
    assert.match(await fails(2, osc(...group, 'create', '--volume-group-type', groupType)), /needs a volume type/)
  })

  it('changes', async () => {
    await ok(osc(...group, 'set', '--name', renamed, '--description', 'Text', name))
    const record = await recordOf('group', `/groups/${id}`, '3.13')
    assert.deepEqual([record.name, record.description], [renamed, 'Text'])
  })

  it('has volumes and snapshots', async () => {
    const volume = await createInGroup({size: 1, volume_type: type, group_id: id})
    await settled(() => recordOf('volume', `/volumes/${volume.id}`))
    assert.deepEqual((await json(...group, 'show', '--volumes', id)).Volumes, [volume.id])
    assert.match(await fails(1, osc(...group, 'delete', id)), /group/i)
    const {ID} = await json(...group, 'snapshot', 'create', '--name', snapshot, renamed)
    later(...group, 'snapshot', 'delete', ID)
    await settled(() => recordOf('group_snapshot', `/group_snapshots/${ID}`, '3.14'))
    const shown = await json(...group, 'snapshot', 'show', snapshot)
    assert.deepEqual([shown.Group, shown.Status], [id, 'available'])
    await ok(osc(...group, 'snapshot', 'delete', snapshot))
    await gone(`/group_snapshots/${ID}`, '3.14')
  })

  it('deletes', async () => {
    await ok(osc(...group, 'delete', '--force', renamed))
    await gone(`/groups/${id}`, '3.13')
    await ok(osc(...group, 'type', 'delete', groupType))
    await fails(4, osc(...group, 'show', id))
  })
})
