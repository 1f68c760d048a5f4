import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('NDP proxies of routers', () => {
  const {ok, json, refuses} = onSandbox()

  it('are created, listed, changed and deleted', async () => {
    const {id: router} = await json('router create edge')
    await ok('network create private')
    const {id: port} = await json('port create --network private db')
    const proxy = await json('router ndp proxy create --name web --port db --ip-address 2001:db8::5 edge')
    assert.deepEqual([proxy.router_id, proxy.port_id, proxy.ip_address], [router, port, '2001:db8::5'])
    await ok('router ndp proxy set --name db --description "For a test" web')
    assert.equal((await json('router ndp proxy show db')).description, 'For a test')
    assert.deepEqual(await json('router ndp proxy list --router edge --port db'), [
      {ID: proxy.id, Name: 'db', 'Router ID': router, 'IP Address': '2001:db8::5', Project: proxy.project_id},
    ])
    assert.deepEqual(await json('router ndp proxy list --ip-address 2001:db8::6'), [])
    await ok('router ndp proxy delete db')
    assert.deepEqual(await json('router ndp proxy list'), [])
  })

  refuses([
    ['router ndp proxy create edge', 2, /--port/],
    ['router ndp proxy create --port nothing edge', 4, /No port with a name or ID of 'nothing' exists/],
    ['router ndp proxy show nothing', 4, /No router ndp proxy with a name or ID of 'nothing' exists/],
  ])
})
