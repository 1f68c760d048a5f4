import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('taps', () => {
  const {ok, json, refuses} = onSandbox()
  const ids: Record<string, string> = {}

  it('have a service with a port', async () => {
    await ok('network create private')
    ids.probe = (await json('port create --network private probe')).id
    ids.web = (await json('port create --network private web')).id
    const {id, project_id: project, ...shown} = await json('tap service create --name analyzer --port probe')
    assert.deepEqual(shown, {description: '', name: 'analyzer', port_id: ids.probe, status: 'DOWN'})
    assert.deepEqual(await json('tap service list'), [
      {ID: id, Tenant: project, Name: 'analyzer', Port: ids.probe, Status: 'DOWN'},
    ])
    Object.assign(ids, {service: id, project})
    assert.equal((await json('tap service update --description "For a test" analyzer')).description, 'For a test')
    assert.equal((await json('tap service show analyzer')).description, 'For a test')
  })

  it('have flows to the service', async () => {
    const flow = await json(
      'tap flow create --name all --port web --tap-service analyzer --direction both --vlan-filter 1-5,9',
    )
    const {service, web, project} = ids
    const wanted = {
      description: '',
      direction: 'BOTH',
      name: 'all',
      project_id: project,
      source_port: web,
      status: 'DOWN',
    }
    assert.deepEqual(flow, {...wanted, id: flow.id, tap_service_id: service, vlan_filter: '1-5,9'})
    assert.deepEqual(await json('tap flow update --name web all'), {...flow, name: 'web'})
    assert.deepEqual(await json('tap flow show web'), {...flow, name: 'web'})
    const [listed] = await json('tap flow list')
    assert.deepEqual(Object.values(listed), [flow.id, project, 'web', 'DOWN', web, service, 'BOTH'])
  })

  it('are changed by an update without options in nothing', async () => {
    const flow = await json('tap flow show web')
    assert.deepEqual(await json('tap flow update web'), flow)
  })

  it('lose their flows with their service', async () => {
    await ok('tap service delete analyzer')
    assert.deepEqual(await json('tap flow list'), [])
  })

  it('have mirrors', async () => {
    const mirror = await json(
      'tap mirror create --name out --port web --directions IN=101 --directions OUT=102 --remote-ip 192.0.2.9 --mirror-type gre',
    )
    assert.deepEqual(mirror, {
      description: '',
      directions: {IN: '101', OUT: '102'},
      id: mirror.id,
      mirror_type: 'gre',
      name: 'out',
      port_id: ids.web,
      project_id: ids.project,
      remote_ip: '192.0.2.9',
    })
    await ok('tap mirror update --name web out')
    assert.equal((await json('tap mirror list'))[0].Name, 'web')
    await ok('tap mirror delete web')
    assert.deepEqual(await json('tap mirror list'), [])
  })

  it('are listed by project', async () => {
    await ok('tap service create --name analyzer --port probe')
    await ok('project create other')
    assert.deepEqual(await json('tap service list --project other'), [])
    assert.equal((await json(`tap service list --project ${ids.project}`)).length, 1)
  })

  refuses([
    ['tap service show nothing', 4, /No tap service with a name or ID of 'nothing' exists/],
    ['tap service create --port nothing', 4, /No port with a name or ID of 'nothing' exists/],
    ['tap flow create --port web --tap-service nothing --direction IN', 4, /No tap service with a name or ID/],
    ['tap flow create --port web --tap-service analyzer --direction UP', 2, /--direction/],
    [
      'tap mirror create --port web --directions IN --remote-ip 192.0.2.9 --mirror-type gre',
      2,
      /expected KEY=VALUE or a JSON object/,
    ],
    ['tap flow delete nothing', 4, /No tap flow with a name or ID of 'nothing' exists/],
  ])
})
