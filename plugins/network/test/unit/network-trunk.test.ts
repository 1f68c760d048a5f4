import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('trunks', () => {
  const {ok, json, refuses} = onSandbox()

  it('are created with subports', async () => {
    await ok('network create private')
    for (const name of ['uplink', 'blue', 'red']) await ok(`port create --network private ${name}`)
    const subport = 'port=blue,segmentation-type=vlan,segmentation-id=42'
    const trunk = await json(`network trunk create --parent-port uplink --subport ${subport} --description d trunk`)
    const {id: blue} = await json('port show blue')
    assert.deepEqual(trunk.sub_ports, [{port_id: blue, segmentation_type: 'vlan', segmentation_id: 42}])
    assert.equal((await json('network trunk list --long'))[0].State, true)
  })

  it('get subports added and removed', async () => {
    await ok('network trunk subport add --segmentation-type vlan --segmentation-id 43 trunk red')
    const listed = await json('network trunk subport list trunk')
    assert.deepEqual(
      listed.map((one: Record<string, unknown>) => one['Segmentation ID']),
      [42, 43],
    )
    assert.deepEqual(await json('network subport list --trunk trunk'), listed)
    await ok('network trunk subport remove trunk red')
    await ok('network trunk unset --subport blue trunk')
    assert.deepEqual((await json('network trunk show trunk')).sub_ports, [])
    await ok('network trunk set --subport port=red --disable --name other trunk')
    const {sub_ports: subports, is_admin_state_up: isUp} = await json('network trunk show other')
    assert.deepEqual([subports.length, isUp], [1, false])
    await ok('network trunk delete other')
    assert.deepEqual(await json('network trunk list'), [])
  })

  refuses([
    [
      'network trunk create --parent-port uplink --subport port=blue,segmentation-id=x trunk',
      2,
      /segmentation-id 'x' is not an integer/,
    ],
    ['network trunk create --parent-port uplink --subport segmentation-id=4 trunk', 2, /port/],
    ['network trunk create --parent-port nothing trunk', 4, /No port with a name or ID of 'nothing' exists/],
    ['network trunk show nothing', 4, /No network trunk with a name or ID of 'nothing' exists/],
  ])
})
