import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('network agents', () => {
  const {ok, json, fails, refuses} = onSandbox()

  it('are listed by type and changed', async () => {
    const [agent] = await json('network agent list --agent-type dhcp')
    assert.deepEqual([agent['Agent Type'], agent.Alive, agent.Binary], ['DHCP agent', true, 'neutron-dhcp-agent'])
    assert.match(await ok('network agent list --agent-type dhcp'), /:-\)/)
    await ok(`network agent set --disable --description "For a test" ${agent.ID}`)
    const shown = await json(`network agent show ${agent.ID}`)
    assert.deepEqual([shown.admin_state_up, shown.description], [false, 'For a test'])
  })

  it('host networks and routers', async () => {
    await ok('network create private')
    await ok('router create edge')
    const id = async (type: string) => (await json(`network agent list --agent-type ${type}`))[0].ID
    const [dhcp, l3] = [await id('dhcp'), await id('l3')]
    await ok(`network agent add network --dhcp ${dhcp} private`)
    await ok(`network agent add router --l3 ${l3} edge`)
    assert.deepEqual(
      (await json('network agent list --network private')).map((one: {ID: string}) => one.ID),
      [dhcp],
    )
    assert.deepEqual(
      (await json(`network list --agent ${dhcp}`)).map((one: {Name: string}) => one.Name),
      ['private'],
    )
    assert.deepEqual(
      (await json(`router list --agent ${l3}`)).map((one: {Name: string}) => one.Name),
      ['edge'],
    )
    assert.deepEqual((await json('network agent list --router edge --long'))[0]['HA State'], 'active')
    await ok(`network agent router set --ha-chassis-priority 2 ${l3} edge`)
    assert.equal((await json('network agent list --router edge'))[0].ID, l3)
    await ok(`network agent remove network --dhcp ${dhcp} private`)
    await ok(`network agent remove router --l3 ${l3} edge`)
    assert.deepEqual(await json('network agent list --network private'), [])
    await fails(`network agent remove network --dhcp ${dhcp} private`, 5, /is not hosted by the DHCP agent/)
  })

  it('are deleted', async () => {
    const [agent] = await json('network agent list --agent-type l3')
    await ok(`network agent delete ${agent.ID}`)
    assert.deepEqual(await json('network agent list --agent-type l3'), [])
  })

  refuses([
    ['network agent show nothing', 4, /No network agent with a name or ID of 'nothing' exists/],
    ['network agent add network x private', 2, /Option --dhcp is required/],
    ['network agent remove router x edge', 2, /Option --l3 is required/],
    ['network agent add network --dhcp nothing private', 4, /nothing could not be found/],
    ['network agent list --agent-type nothing', 2, /--agent-type/],
    ['network agent list --network private --router edge', 2, /--router/],
  ])
})
