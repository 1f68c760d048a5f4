import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {story} from './story.ts'

describe('volume', () => {
  const {json, ok, osc, refuses} = story()

  it('creates volumes, empty and as copies', async () => {
    const {status, size, properties} = await json(
      'volume',
      'create',
      '--size',
      '2',
      '--property',
      'a=b',
      '--wait',
      'one',
    )
    assert.deepEqual([status, size, properties], ['available', 2, {a: 'b'}])
    await ok('volume', 'snapshot', 'create', '--volume', 'one', 'shot')
    assert.equal((await json('volume', 'create', '--snapshot', 'shot', 'two')).size, 2)
    assert.equal((await json('volume', 'create', '--source', 'one', '--size', '3', 'three')).size, 3)
  })

  it('lists them', async () => {
    const rows: {Name: string}[] = await json('volume', 'list', '--long')
    assert.deepEqual(rows.map(({Name}) => Name).sort(), ['one', 'three', 'two'])
    assert.deepEqual(Object.keys(rows[0] ?? {}), [
      'ID',
      'Name',
      'Status',
      'Size',
      'Type',
      'Bootable',
      'Attached to',
      'Properties',
    ])
    assert.deepEqual(await json('volume', 'summary'), {'Total Count': 3, 'Total Size': 7, Metadata: {}})
  })

  it('marks a new volume once it is available', async () => {
    const marked = await json('volume', 'create', '--size', '1', '--bootable', '--read-only', '--wait', 'marked')
    assert.deepEqual([marked.bootable, marked.properties], [true, {readonly: 'True'}])
  })

  it('changes everything that was asked for', async () => {
    await ok('volume', 'set', '--size', '4', '--name', 'uno', '--description', 'First', '--property', 'c=d', 'one')
    await ok('volume', 'set', '--image-property', 'os=linux', '--bootable', 'uno')
    const {size, description, properties, bootable, volume_image_metadata} = await json('volume', 'show', 'uno')
    assert.deepEqual(
      [size, description, properties, bootable, volume_image_metadata],
      [4, 'First', {a: 'b', c: 'd'}, true, {os: 'linux'}],
    )
    await ok('volume', 'unset', '--property', 'a', '--image-property', 'os', 'uno')
    const unset = await json('volume', 'show', 'uno')
    assert.deepEqual([unset.properties, 'volume_image_metadata' in unset], [{c: 'd'}, false])
    await ok('volume', 'set', '--no-property', '--property', 'e=f', 'uno')
    assert.deepEqual((await json('volume', 'show', 'uno')).properties, {e: 'f'})
  })

  it('makes the other changes when one fails', async () => {
    const {status, stderr} = await osc('volume', 'set', '--size', '1', '--description', 'Changed', 'uno')
    assert.equal(status, 1)
    assert.match(stderr, /size: Volume uno has 4 GB; its new size must be larger, not 1 GB\./)
    assert.equal((await json('volume', 'show', 'uno')).description, 'Changed')
  })

  it('warns that a state changes in the database only', async () => {
    const {status, stderr} = await osc('volume', 'set', '--state', 'error', 'two')
    assert.equal(status, 0)
    assert.match(stderr, /Warning: the state of volume two changes only in Cinder's database/)
    assert.equal((await json('volume', 'show', 'two')).status, 'error')
  })

  it('changes the type, the host and the content', async () => {
    await ok('volume', 'type', 'create', 'fast')
    await ok('volume', 'set', '--type', 'fast', '--wait', 'three')
    await ok('volume', 'migrate', '--host', 'sandbox@lvm#other', '--wait', 'three')
    const volume = await json('volume', 'show', 'three')
    assert.deepEqual([volume.type, volume['os-vol-host-attr:host']], ['fast', 'sandbox@lvm#other'])
    await ok('volume', 'revert', 'shot', '--wait')
  })

  it('ignores --source-replicated, and says so', async () => {
    const {status, stderr} = await osc('volume', 'create', '--size', '1', '--source-replicated', 'uno', 'replica')
    assert.equal(status, 0)
    assert.match(stderr, /--source-replicated is ignored/)
    await ok('volume', 'delete', 'replica')
    const without = await osc('volume', 'create', '--source-replicated', 'uno', 'replica')
    assert.match(without.stderr, /The size of the volume is missing/)
  })

  it('deletes them', async () => {
    const dependent = await osc('volume', 'delete', 'uno')
    assert.match(dependent.stderr, /Volume uno has dependent snapshots: shot\.\n.*osc volume delete --cascade uno/)
    assert.equal(dependent.status, 5)
    await ok('volume', 'delete', '--cascade', '--wait', 'uno')
    await ok('volume', 'delete', '--force', 'two')
    await ok('volume', 'delete', '--remote', 'three')
    await ok('volume', 'delete', 'marked')
    assert.deepEqual(await json('volume', 'list'), [])
  })

  refuses([
    ['volume create x', /The size of the volume is missing\.\nSpecify it in GB: --size 10/],
    ['volume create --size 0 x', /must be at least 1 GB, not 0/],
    ['volume create --size -1 x', /must be at least 1 GB, not -1/],
    ['volume create --size 10G x', /expected a whole number of GB, got '10G'[\s\S]*--size 10\n/],
    ['volume create --size 2TiB x', /got '2TiB'[\s\S]*--size 2048\n/],
    ['volume create --size 512M x', /got '512M'[\s\S]*in GB without a unit/],
    ['volume create --size 1.5 x', /expected a whole number of GB, got '1\.5'/],
    ['volume set --size 10GB x', /got '10GB'[\s\S]*--size 10\n/],
    [
      'volume create --size 1 --type fsat x',
      /No volume type with a name or ID of 'fsat' exists[\s\S]*Similar names: fast/,
      4,
    ],
    ['volume create --size 1 --host h x', /--host also requires --remote-source/],
    ['volume create --remote-source id=1 x', /needs either --host or --cluster/],
    ['volume create --remote-source id=1 --host h --size 1 x', /--size cannot be combined with --remote-source/],
    ['volume create --size 1 --image a --snapshot b x', /--image|--snapshot/],
    ['volume delete --remote --force x', /--remote cannot be combined with --force/],
    ['volume migrate x', /--host.*--cluster/],
    ['volume show nosuch', /No volume with a name or ID of 'nosuch' exists/, 4],
    ['volume revert nosuch', /No volume snapshot with a name or ID of 'nosuch' exists/, 4],
  ])
})
