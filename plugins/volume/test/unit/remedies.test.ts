import assert from 'node:assert/strict'
import {asObject, asText} from '@osc-cli/core'
import {describe, it} from 'mocha'
import {story} from './story.ts'

describe('why a volume cannot be deleted', () => {
  const {cloud, json, ok, osc} = story('volume create --size 1 data')
  const volumes = () => cloud().sandbox.cloud.store.collection('volume/volumes')
  /** Changes the record of the volume, as another service would. */
  const change = (changes: Record<string, unknown>) => {
    const [volume = {}] = volumes().find({name: 'data'})
    volumes().put(asText(volume.id) ?? '', asObject({...volume, ...changes} as never))
    return asText(volume.id) ?? ''
  }
  const reason = async () => {
    const {status, stderr} = await osc('volume delete data')
    assert.equal(status, 5, stderr)
    return stderr
  }

  it('is the server that has it, with its device and the command that detaches it', async () => {
    await ok('network create net')
    await ok('image create --disk-format raw img')
    await ok('server create --flavor m1.tiny --image img --network net web')
    const {id: server} = await json('server show web')
    const id = change({status: 'in-use', attachments: [{server_id: server, device: '/dev/vdb'}]})
    const message = await reason()
    assert.match(message, /Volume data is attached to server web as \/dev\/vdb\./)
    assert.match(message, new RegExp(`osc server remove volume ${server} ${id}`))
    change({status: 'available', attachments: []})
  })

  it('is its group', async () => {
    change({status: 'in-use', consistencygroup_id: 'cg-1'})
    assert.match(await reason(), /belongs to consistency group cg-1[\s\S]*osc consistency group remove volume cg-1 /)
    change({consistencygroup_id: null, group_id: 'g-1'})
    assert.match(await reason(), /belongs to volume group g-1[\s\S]*osc volume group delete --force g-1/)
    change({status: 'available', group_id: null})
  })

  it('is an offer to another project', async () => {
    await ok('volume transfer request create data')
    assert.match(await reason(), /is offered to another project[\s\S]*osc volume transfer request list/)
    change({status: 'available'})
  })

  it('is what Cinder says where nothing else is known', async () => {
    change({status: 'uploading'})
    const {status, stderr} = await osc('volume delete data')
    assert.match(stderr, /current status is: uploading/)
    assert.equal(status, 1)
  })
})

describe('remedies of volumes', () => {
  const {ok, osc} = story('volume type create fast', 'volume create --size 1 --type fast data')

  it('name the volumes of a type in use', async () => {
    const {status, stderr} = await osc('volume type delete fast')
    assert.match(stderr, /still in use[\s\S]*volume list --all-projects --long[\s\S]*volume set --type/)
    assert.equal(status, 1)
  })

  it('have the reason that Cinder gives for a failed volume', async () => {
    await ok('volume type create --property volume_backend_name=nowhere lost')
    const {status, stderr} = await osc('volume create --size 1 --type lost --wait stuck')
    assert.match(stderr, /is in state error: schedule allocate volume: Could not find any available weighted backend\./)
    assert.equal(status, 6)
  })
})

describe('--wait', () => {
  const {json, ok} = story('volume create --size 1 data', 'volume group type create kind', 'volume type create fast')

  it('is for backups', async () => {
    await ok('volume backup create --name night --wait data')
    await ok('volume backup restore --wait night again')
    await ok('volume backup delete --wait night')
    assert.deepEqual(await json('volume backup list'), [])
  })

  it('is for groups and their snapshots', async () => {
    await ok('volume group create --volume-group-type kind --volume-type fast --name one --wait')
    await ok('volume group snapshot create --name shot --wait one')
    await ok('volume group snapshot delete --wait shot')
    await ok('volume group delete --wait one')
    assert.deepEqual(await json('volume group list'), [])
  })

  it('is for consistency groups and their snapshots', async () => {
    await ok('consistency group create --volume-type fast --wait one')
    await ok('consistency group snapshot create --consistency-group one --wait shot')
    await ok('consistency group snapshot delete --wait shot')
    await ok('consistency group delete --wait one')
    assert.deepEqual(await json('consistency group list'), [])
  })
})
