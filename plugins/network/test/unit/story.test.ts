import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('network commands on a sandbox', () => {
  const {ok, json, fails, refuses} = onSandbox()

  it('builds a network with a router and a floating IP', async () => {
    assert.equal((await json('network create --mtu 1400 --tag a private')).admin_state_up, true)
    await ok('network create --external public')
    const subnet = await json('subnet create --network private --subnet-range 10.0.0.0/24 --dns-nameserver 9.9.9.9 sub')
    assert.equal(subnet.gateway_ip, '10.0.0.1')
    const port = await json('port create --network private --fixed-ip subnet=sub,ip-address=10.0.0.9 --tag t db')
    assert.deepEqual(port.fixed_ips, [{subnet_id: subnet.id, ip_address: '10.0.0.9'}])
    assert.deepEqual(port.tags, ['t'])
    await ok('router create --external-gateway public edge')
    await ok('router add subnet edge sub')
    assert.equal((await json('router show edge')).interfaces_info[0].ip_address, '10.0.0.1')
    const floating = await json('floating ip create --port db public')
    assert.equal(floating.fixed_ip_address, '10.0.0.9')
  })

  it('puts new DNS servers before those that a subnet has, and replaces them after --no-dns-nameservers', async () => {
    await ok('subnet set --dns-nameserver 1.1.1.1 sub')
    assert.deepEqual((await json('subnet show sub')).dns_nameservers, ['1.1.1.1', '9.9.9.9'])
    await ok('subnet set --no-dns-nameservers --dns-nameserver 8.8.8.8 sub')
    assert.deepEqual((await json('subnet show sub')).dns_nameservers, ['8.8.8.8'])
    await ok('subnet unset --dns-nameserver 8.8.8.8 --gateway sub')
    const {dns_nameservers: servers, gateway_ip: gateway} = await json('subnet show sub')
    assert.deepEqual([servers, gateway], [[], null])
  })

  it('removes an address of a port by what names it', async () => {
    await ok('port create --network private --fixed-ip ip-address=10.0.0.30 --fixed-ip ip-address=10.0.0.31 web')
    await ok('port unset --fixed-ip ip-address=10.0.0.30 web')
    const {fixed_ips: addresses} = await json('port show web')
    assert.deepEqual(
      addresses.map((one: {ip_address: string}) => one.ip_address),
      ['10.0.0.31'],
    )
    for (const mac of ['fa:16:3e:00:00:01', 'fa:16:3e:00:00:02'])
      await ok(`port set --allowed-address ip-address=10.9.0.1,mac-address=${mac} web`)
    await fails('port unset --allowed-address ip-address=10.9.0.1 web', 2, /contains several allowed-address-pair/)
    await ok('port unset --allowed-address ip-address=10.9.0.1,mac-address=fa:16:3e:00:00:01 web')
    await ok('port unset --allowed-address ip-address=10.9.0.1 web')
    assert.deepEqual((await json('port show web')).allowed_address_pairs, [])
  })

  it('removes a DHCP option that has no value, and keeps a security group that is there', async () => {
    await ok('security group create twice')
    await ok('port set --extra-dhcp-option name=tftp,value=1.2.3.4 --security-group twice db')
    await ok('port set --extra-dhcp-option name=tftp --security-group twice db')
    const {extra_dhcp_opts: options, security_group_ids: groups} = await json('port show db')
    assert.deepEqual([options, groups], [[], [...new Set(groups)]])
  })

  it('adds and removes tags', async () => {
    await ok('network set --tag b private')
    assert.deepEqual((await json('network show private')).tags, ['a', 'b'])
    await ok('network unset --all-tag private')
    assert.deepEqual((await json('network show private')).tags, [])
  })

  it('clears attributes of a network that do not have an option', async () => {
    await ok('network set --extra-property name=dns_domain,value=old. private')
    await ok('network unset --extra-property name=dns_domain,value=old. private')
    assert.equal((await json('network show private')).dns_domain, null)
  })

  it('creates rules whose IP version follows the protocol', async () => {
    await ok('security group create web')
    const rule = await json('security group rule create --protocol ipv6-icmp web')
    assert.deepEqual([rule.ether_type, rule.remote_ip_prefix, rule.direction], ['IPv6', '::/0', 'ingress'])
    const tcp = await json('security group rule create --protocol tcp --dst-port 22:23 --ethertype ipv4 web')
    assert.deepEqual([tcp.port_range_min, tcp.port_range_max, tcp.ether_type], [22, 23, 'IPv4'])
  })

  it('sets all gateways of a new router', async () => {
    assert.match(await ok('--timing router create --external-gateway public twin'), /PUT \S+\/update_external_gateways/)
  })

  refuses([
    ['network show nothing', 4, /No network with a name or ID of 'nothing' exists/],
    ['network create --provider-segment 5 x', 2, /requires --provider-network-type/],
    ['subnet set --gateway auto sub', 2, /only for `subnet create`/],
    ['subnet unset --dns-nameserver 7.7.7.7 sub', 2, /does not contain dns-nameserver 7\.7\.7\.7/],
    ['router create --qos-policy slow x', 2, /requires --external-gateway/],
    ['router create --disable-snat x', 2, /--disable-snat requires --external-gateway/],
    ['router create --fixed-ip ip-address=1.1.1.1 x', 2, /--fixed-ip requires --external-gateway/],
    ['router set --enable-snat edge', 2, /--enable-snat requires --external-gateway/],
    ['security group rule create --protocol tcp --icmp-type 8 web', 2, /require an ICMP protocol, not tcp/],
    ['security group rule create --ethertype IPv5 web', 2, /cannot be 'IPv5'/],
    ['port create --network private --fixed-ip address=1.1.1.1 x', 2, /invalid keys address/],
    ['network set --extra-property type=x,name=a,value=b private', 2, /'x' is not a type/],
  ])
})
