import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {story} from './story.ts'

describe('volume services, hosts and back ends', () => {
  const {cloud, json, ok, osc, refuses} = story()

  it('disables and enables a process', async () => {
    await ok('volume service set --disable --disable-reason repair sandbox@lvm cinder-volume')
    const [row] = await json('volume service list --long --service cinder-volume')
    assert.deepEqual([row.Host, row.Status, row['Disabled Reason']], ['sandbox@lvm', 'disabled', 'repair'])
    await ok('volume service set --enable sandbox@lvm cinder-volume')
    assert.equal((await json('volume service list --host sandbox@lvm'))[0].Status, 'enabled')
    await ok('volume service set --disable sandbox@lvm cinder-volume')
    await ok('volume service set --enable sandbox@lvm cinder-volume')
  })

  it('freezes, thaws and fails over a host', async () => {
    const stored = () => cloud().sandbox.cloud.store.collection('volume/services').get('cinder-volume@sandbox@lvm')
    await ok('volume host set --disable sandbox@lvm')
    assert.equal(stored()?.frozen, true)
    await ok('volume host set --enable sandbox@lvm')
    assert.equal(stored()?.frozen, false)
    await ok('volume host failover --volume-backend site-b sandbox@lvm')
    assert.equal(stored()?.active_backend_id, 'site-b')
  })

  it('lists pools and capabilities', async () => {
    assert.deepEqual(await json('volume backend pool list'), [{Name: 'sandbox@lvm#pool'}])
    assert.deepEqual((await json('volume backend pool list --long'))[0].Capabilities, {free_capacity_gb: 100})
    const [{Key}] = await json('volume backend capability show sandbox@lvm')
    assert.equal(Key, 'compression')
  })

  it('lists filters', async () => {
    assert.equal((await json('block storage resource filter list')).length, 2)
    assert.deepEqual((await json('block storage resource filter show volume')).Filters, ['name', 'status'])
  })

  it('lists and sets log levels', async () => {
    const level = async (line: string) => (await json(`block storage log level list ${line}`)).map(levelOf)
    const levelOf = ({Prefix, Level}: Record<string, string>) => `${Prefix} ${Level}`
    assert.equal((await level('--service *')).length, 6)
    await ok('block storage log level set --service cinder-volume --log-prefix cinder debug')
    assert.deepEqual(await level('--host sandbox@lvm'), [
      'cinder.scheduler DEBUG',
      'cinder.volume DEBUG',
      'sqlalchemy WARNING',
    ])
    assert.deepEqual(await level('--service cinder-scheduler --log-prefix cinder.v'), ['cinder.volume INFO'])
  })

  it('cleans up', async () => {
    assert.deepEqual(await json('block storage cleanup'), [])
    const cleaned = await json('block storage cleanup --up --host sandbox@lvm')
    const row = {ID: 1, 'Cluster Name': null, Host: 'sandbox@lvm', Binary: 'cinder-volume', Status: 'Cleaning'}
    assert.deepEqual(cleaned, [row])
  })

  it('lists what a back end holds', async () => {
    const {id} = await json('volume create --size 1 data')
    await ok('volume snapshot create --volume data shot')
    const reference = {'source-name': `volume-${id}`}
    const [volume] = await json('block storage volume manageable list sandbox@lvm#pool')
    assert.deepEqual(volume, {reference, size: 1, safe_to_manage: false})
    const [snapshot] = await json('block storage snapshot manageable list --long sandbox@lvm#pool')
    assert.deepEqual(snapshot.source_reference, reference)
    const old = await osc('block storage volume manageable list --detailed true --cluster c -f json')
    assert.deepEqual([JSON.parse(old.stdout)[0].cinder_id, /--detailed is deprecated/.test(old.stderr)], [id, true])
  })

  refuses([
    ['block storage log level set loud', /cannot be 'loud'/],
    ['block storage log level list --service nova-api', /cannot be 'nova-api'/],
    ['block storage cleanup --up --down', /--up|--down/],
    ['block storage volume manageable list', /The host or cluster to search is missing/],
    ['block storage snapshot manageable list --cluster c h', /--cluster cannot be combined with the argument <host>/],
    ['--os-volume-api-version 3.16 block storage volume manageable list --cluster c', /--cluster.*3\.17/],
    ['--os-volume-api-version 3.31 block storage log level list', /3\.32/],
    ['volume service set --disable-reason x h cinder-volume', /--disable-reason also requires --disable/, 2],
    ['volume service set --enable nosuch cinder-volume', /No volume service cinder-volume exists on host 'nosuch'/, 4],
    ['block storage resource filter show nosuch', /has no filters for 'nosuch'/, 4],
    ['block storage cluster show nosuch', /Cluster nosuch could not be found/, 4],
    ['block storage cluster set --disable-reason x nosuch', /--disable-reason also requires --disable/, 2],
    ['block storage cluster set --enable nosuch', /Cluster nosuch could not be found/, 4],
  ])
})
