import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {addressOf, addressText, rangeOf, rangeText} from '#sandbox/ip'
import {onSandbox} from './on-sandbox.ts'

describe('IP addresses in the sandbox', () => {
  for (const text of [
    '10.0.0.9',
    '255.255.255.255',
    '::',
    '::1',
    'fd00::',
    'fd00:0:0:1::9',
    '1:2:3:4:5:6:7:8',
    '1::4:0:0:7:8',
  ])
    it(`${text} is read and written alike`, () => {
      const {value, version} = addressOf(text) ?? assert.fail('not read')
      assert.equal(addressText(value, version), text)
    })

  for (const [text, wanted] of [
    ['10.1.2.3/8', '10.0.0.0/8'],
    ['10.0.0.77/26', '10.0.0.64/26'],
    ['fd00:1::ffff/64', 'fd00:1::/64'],
    ['0.0.0.0/0', '0.0.0.0/0'],
  ] as const)
    it(`${text} is in the range ${wanted}`, () => assert.equal(rangeText(rangeOf(text) ?? assert.fail()), wanted))

  for (const text of ['', '10.0.0.0', '10.0.0.0/33', '10.0.0/24', 'fd00::/129', 'fd00::1::/64', 'x/8'])
    it(`'${text}' is not a range`, () => assert.equal(rangeOf(text), undefined))
})

describe('Neutron in the sandbox', () => {
  const {ok, json, refuses} = onSandbox()

  it('chooses gateway and pools of any range', async () => {
    await ok('network create net')
    const shown = async (line: string) => {
      const {cidr, gateway_ip: gateway, allocation_pools: pools} = await json(`subnet create --network net ${line}`)
      return [cidr, gateway, ...pools.map(({start, end}: Record<string, string>) => `${start}-${end}`)]
    }
    assert.deepEqual(await shown('--subnet-range 10.0.0.64/26 small'), [
      '10.0.0.64/26',
      '10.0.0.65',
      '10.0.0.66-10.0.0.126',
    ])
    assert.deepEqual(await shown('--subnet-range 10.1.0.0/24 --gateway 10.1.0.9 split'), [
      '10.1.0.0/24',
      '10.1.0.9',
      '10.1.0.1-10.1.0.8',
      '10.1.0.10-10.1.0.254',
    ])
    assert.deepEqual(await shown('--ip-version 6 --subnet-range fd00::/64 six'), [
      'fd00::/64',
      'fd00::1',
      'fd00::2-fd00::ffff:ffff:ffff:ffff',
    ])
  })

  it('allocates subnets from a pool until none is left', async () => {
    await ok('subnet pool create --pool-prefix 10.9.0.0/24 --default-prefix-length 25 pool')
    const first = await json('subnet create --network net --subnet-pool pool one')
    const second = await json('subnet create --network net --subnet-pool pool --prefix-length 26 two')
    assert.deepEqual([first.cidr, second.cidr], ['10.9.0.0/25', '10.9.0.128/26'])
    assert.equal(first.subnetpool_id, (await json('subnet pool show pool')).id)
  })

  it('gives a port an address of each IP version, and the default security group of its project', async () => {
    const {fixed_ips: ips, security_group_ids: groups} = await json('port create --network net web')
    assert.deepEqual(
      ips.map(({ip_address}: Record<string, string>) => ip_address),
      ['10.0.0.66', 'fd00::2'],
    )
    assert.deepEqual(groups, [
      (await json(`security group list --project ${(await json('token issue')).project_id}`))[0].ID,
    ])
    assert.deepEqual((await json('port create --network net --no-security-group bare')).security_group_ids, [])
  })

  it('counts what a project uses, and refuses more than its quota', async () => {
    const networks = (await json('quota show --network --usage')).find(
      ({Resource}: {Resource: string}) => Resource === 'networks',
    )
    assert.equal(networks['In Use'], 1)
    await ok(`quota set --networks 1 ${(await json('token issue')).project_id}`)
  })

  it('prepares what is in use', async () => {
    await ok('security group create group')
    await ok('security group rule create --protocol tcp --dst-port 22 group')
    await ok('port set --security-group group web')
    await ok('router create edge')
    await ok('router add subnet edge small')
    await ok('network qos policy create slow')
    await ok('port set --qos-policy slow web')
  })

  refuses([
    ['network create more', 5, /Quota exceeded for resources: \['network'\]/],
    ['subnet create --network net --subnet-range 10.0.0.0/24 x', 1, /overlaps with another subnet.*\nChoose a range/],
    ['subnet create --network net --subnet-range 10.5.0.0 x', 1, /incompatible with DHCP/],
    ['subnet create --network net --subnet-range here x', 1, /'here' is not a valid IP subnet/],
    ['subnet create --network net --subnet-range fd01::/64 x', 1, /does not match the ip_version '4'/],
    ['subnet create --network net --subnet-pool pool --prefix-length 25 x', 5, /Insufficient prefix space/],
    ['subnet pool delete pool', 1, /has existing allocations/],
    [
      'port create --network net --fixed-ip subnet=small,ip-address=10.0.0.66 x',
      5,
      /already allocated.*\nChoose another address/,
    ],
    [
      'port create --network net --fixed-ip subnet=small,ip-address=10.0.0.1 x',
      1,
      /not a valid IP for the specified subnet/,
    ],
    ['port create --network net --fixed-ip ip-address=192.0.2.1 x', 1, /not a valid IP for any of the subnets/],
    ['security group rule create --protocol tcp --dst-port 22 group', 5, /already exists. Rule id is/],
    ['security group delete group', 5, /in use.*\n.*port unset --security-group/],
    ['router add subnet edge small', 1, /already has a port on subnet/],
    ['router delete edge', 5, /has ports still attached.*\n.*router remove subnet/],
    [
      'subnet delete small',
      5,
      /addresses in the subnet: web \(10.0.0.66\), bare \(10.0.0.67\), interface 10.0.0.65 of router .*\n.*osc router remove subnet/,
    ],
    ['network delete net', 5, /one or more ports still in use/],
    ['network qos policy delete slow', 5, /is used by port/],
  ])
})
