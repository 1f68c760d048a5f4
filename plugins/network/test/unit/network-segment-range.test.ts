import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('network segment ranges', () => {
  const {ok, json, refuses} = onSandbox()

  it('show their segments as spans', async () => {
    const line =
      'network segment range create --network-type vlan --physical-network public --minimum 100 --maximum 199 rack1'
    const range = await json(line)
    assert.deepEqual([range.shared, range.available, range.used], [true, ['100-199'], {}])
    const own = await json('network segment range create --private --network-type vxlan --minimum 1 --maximum 9 own')
    const {project_id: project} = await json('token issue')
    assert.deepEqual([own.shared, own.project_id], [false, project])
    assert.equal((await json('network segment range list --unused')).length, 2)
    assert.deepEqual(await json('network segment range list --used'), [])
    assert.deepEqual((await json('network segment range list --available'))[0].Available, ['100-199'])
    await ok('network segment range set --minimum 100 --maximum 299 --name rack2 rack1')
    assert.deepEqual((await json('network segment range show rack2')).available, ['100-299'])
    await ok('network segment range delete rack2 own')
    assert.deepEqual(await json('network segment range list'), [])
  })

  it('show the segments in use by project', async () => {
    await ok(
      'network segment range create --network-type vxlan --minimum 10 --maximum 19 --extra-property type=dict,name=used,value=10:p;11:p;12:q;19:p busy',
    )
    assert.deepEqual((await json('network segment range show busy')).used, {p: ['10-11', '19'], q: ['12']})
    assert.deepEqual((await json('network segment range list --used'))[0].Used, {p: ['10-11', '19'], q: ['12']})
    assert.deepEqual(await json('network segment range list --unused'), [])
  })

  refuses([
    [
      'network segment range create --network-type vxlan --physical-network p --minimum 1 --maximum 2 x',
      2,
      /only for network type vlan, not vxlan/,
    ],
    [
      'network segment range create --project demo --network-type vxlan --minimum 1 --maximum 2 x',
      2,
      /--project requires --private/,
    ],
    ['network segment range set --minimum 5 x', 2, /--minimum and --maximum require each other/],
    ['network segment range show nothing', 4, /No network segment range with a name or ID of 'nothing' exists/],
  ])
})
