import assert from 'node:assert/strict'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'

describe('volume services, hosts and back ends', () => {
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
  })
  after(() => cloud.close())

  const ok = async (line: string) => {
    const {status, stdout, stderr} = await cloud.osc(...line.split(' '))
    assert.equal(status, 0, stderr)
    return stdout
  }
  const json = async (line: string) => JSON.parse(await ok(`${line} -f json`))

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
    const stored = () => cloud.sandbox.cloud.store.collection('volume/services').get('cinder-volume@sandbox@lvm')
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

  const refused: [string, RegExp, number][] = [
    ['volume service set --disable-reason x h cinder-volume', /--disable-reason needs --disable/, 2],
    ['volume service set --enable nosuch cinder-volume', /No volume service cinder-volume exists on host 'nosuch'/, 4],
    ['block storage resource filter show nosuch', /has no filters for 'nosuch'/, 4],
    ['block storage cluster show nosuch', /Cluster nosuch could not be found/, 4],
    ['block storage cluster set --disable-reason x nosuch', /--disable-reason needs --disable/, 2],
    ['block storage cluster set --enable nosuch', /Cluster nosuch could not be found/, 4],
  ]
  for (const [line, message, expected] of refused) {
    it(`refuses ${line}`, async () => {
      const {status, stderr} = await cloud.osc(...line.split(' '))
      assert.match(stderr, message)
      assert.equal(status, expected)
    })
  }
})
