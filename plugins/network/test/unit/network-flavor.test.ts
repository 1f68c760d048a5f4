import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('network flavors and their profiles', () => {
  const {ok, json, refuses} = onSandbox()

  it('are created, joined, changed and deleted', async () => {
    await ok('network flavor create --service-type L3_ROUTER_NAT --description d fast')
    const profile = await json('network flavor profile create --driver neutron.Driver --metainfo x')
    await ok(`network flavor add profile fast ${profile.id}`)
    assert.deepEqual((await json('network flavor show fast')).service_profile_ids, [profile.id])
    await ok(`network flavor remove profile fast ${profile.id}`)
    assert.deepEqual((await json('network flavor show fast')).service_profile_ids, [])
    await ok('network flavor set --disable --name faster fast')
    assert.deepEqual((await json('network flavor list'))[0].Enabled, false)
    await ok(`network flavor profile set --disable --metainfo y ${profile.id}`)
    const shown = await json(`network flavor profile show ${profile.id}`)
    assert.deepEqual([shown.enabled, shown.meta_info], [false, 'y'])
    assert.equal((await json('network flavor profile list'))[0].Driver, 'neutron.Driver')
    await ok(`network flavor profile delete ${profile.id}`)
    await ok('network flavor delete faster')
    assert.deepEqual([await json('network flavor list'), await json('network flavor profile list')], [[], []])
  })

  refuses([
    ['network flavor create x', 2, /--service-type/],
    ['network flavor profile create', 2, /driver and the metadata of the profile are missing/],
    ['network flavor show nothing', 4, /No network flavor with a name or ID of 'nothing' exists/],
  ])
})
