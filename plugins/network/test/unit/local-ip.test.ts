import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('local IPs', () => {
  const {ok, json, refuses} = onSandbox()

  it('are created, listed and changed', async () => {
    const {id: network} = await json('network create private')
    const localIp = await json('local ip create --name cache --network private --ip-mode passthrough')
    assert.deepEqual([localIp.network_id, localIp.ip_mode], [network, 'passthrough'])
    await ok('local ip set --name images --description "For a test" cache')
    assert.equal((await json('local ip show images')).description, 'For a test')
    assert.equal((await json('local ip list --network private --ip-mode passthrough'))[0].Name, 'images')
    assert.deepEqual(await json('local ip list --ip-mode translate'), [])
  })

  it('are associated with ports', async () => {
    await ok('subnet create --network private --subnet-range 192.0.2.0/24 private-v4')
    const {id: port} = await json('port create --network private --fixed-ip ip-address=192.0.2.7 db')
    const {id: localIp, local_ip_address: address} = await json('local ip show images')
    assert.deepEqual(await json('local ip association create images db'), {
      fixed_ip: '192.0.2.7',
      fixed_port_id: port,
      host: '',
      local_ip_address: address,
      local_ip_id: localIp,
    })
    assert.deepEqual(await json('local ip association list --fixed-port db images'), [
      {
        'Local IP ID': localIp,
        'Local IP Address': address,
        'Fixed port ID': port,
        'Fixed IP': '192.0.2.7',
        Host: '',
      },
    ])
    assert.deepEqual(await json('local ip association list --fixed-ip 192.0.2.8 images'), [])
    await ok(`local ip association delete images ${port}`)
    assert.deepEqual(await json('local ip association list images'), [])
    await ok('local ip delete images')
    assert.deepEqual(await json('local ip list'), [])
  })

  refuses([
    ['local ip show nothing', 4, /No local ip with a name or ID of 'nothing' exists/],
    ['local ip create --network nothing', 4, /No network with a name or ID of 'nothing' exists/],
    ['local ip association create nothing db', 4, /No local ip with a name or ID of 'nothing' exists/],
  ])
})
