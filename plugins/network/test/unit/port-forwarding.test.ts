import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('port forwardings of floating IPs', () => {
  const {ok, json, fails, refuses} = onSandbox()

  it('are created, listed, changed and deleted', async () => {
    await ok('network create private')
    await ok('subnet create --network private --subnet-range 10.0.0.0/24 sub')
    await ok('port create --network private --fixed-ip subnet=sub,ip-address=10.0.0.9 db')
    await ok('network create --external public')
    const {floating_ip_address: ip} = await json('floating ip create public')
    const create = 'floating ip port forwarding create --internal-ip-address 10.0.0.9 --port db --protocol tcp'
    const one = await json(`${create} --internal-protocol-port 22 --external-protocol-port 2222 ${ip}`)
    assert.deepEqual([one.internal_port, one.external_port], [22, 2222])
    await ok(`${create} --internal-protocol-port 80:89 --external-protocol-port 8080:8089 ${ip}`)
    const listed = await json(`floating ip port forwarding list --port db ${ip}`)
    assert.deepEqual(
      listed.map((row: Record<string, unknown>) => [row['External Port'], row['External Port Range']]),
      [
        [2222, ''],
        [null, '8080:8089'],
      ],
    )
    await ok(`floating ip port forwarding set --external-protocol-port 2223 --protocol udp ${ip} ${one.id}`)
    const {external_port: external, protocol} = await json(`floating ip port forwarding show ${ip} ${one.id}`)
    assert.deepEqual([external, protocol], [2223, 'udp'])
    await ok(`floating ip port forwarding delete ${ip} ${one.id}`)
    assert.equal((await json(`floating ip port forwarding list ${ip}`)).length, 1)
    const create2 = `${create} --internal-protocol-port 1:3 --external-protocol-port 1:2 ${ip}`
    await fails(create2, 2, /ports 1:3 do not map to external ports 1:2/)
    await fails(create2.replace('1:3', '0'), 2, /'0' is not a port or a range of ports/)
  })

  refuses([
    ['floating ip port forwarding list 203.0.113.250', 4, /No floating ip with a name or ID of '203.0.113.250' exists/],
  ])
})
