import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('defaults of new security groups', () => {
  const {ok, json, fails, refuses} = onSandbox()

  it('include rules, which are created, listed and deleted', async () => {
    const rule = await json('default security group rule create --protocol TCP --dst-port 22 --for-custom-sg')
    assert.deepEqual(
      [rule.protocol, rule.port_range_min, rule.remote_ip_prefix, rule.used_in_default_sg, rule.used_in_non_default_sg],
      ['tcp', 22, '0.0.0.0/0', false, true],
    )
    const own = await json('default security group rule create --egress --ethertype ipv6 --remote-group PARENT')
    assert.deepEqual([own.remote_group_id, own.remote_ip_prefix], ['PARENT', null])
    assert.equal((await json(`default security group rule show ${own.id}`)).remote_ip_prefix, '::/0')
    const [listed] = await json('default security group rule list --ingress --protocol tcp')
    assert.deepEqual([listed['Port Range'], listed['Used in custom Security Group']], ['22:22', true])
    await ok(`default security group rule delete ${rule.id} ${own.id}`)
    assert.deepEqual(await json('default security group rule list'), [])
  })

  it('set the statefulness for one project or for all', async () => {
    const all = await json('security group default statefulness create --stateless')
    assert.deepEqual([all.project_id, all.stateful], [null, false])
    const {id: demo} = await json('project show demo')
    const own = await json('security group default statefulness create --stateful --project demo')
    assert.deepEqual([own.project_id, own.stateful], [demo, true])
    assert.equal((await json('security group default statefulness list --project demo')).length, 1)
    await fails('security group default statefulness create --stateful', 5, /already exists for project 'system-wide'/)
    await ok(`security group default statefulness set --stateful ${all.id}`)
    assert.equal((await json(`security group default statefulness show ${all.id}`)).stateful, true)
    await ok(`security group default statefulness delete ${all.id} ${own.id}`)
    assert.deepEqual(await json('security group default statefulness list'), [])
  })

  refuses([
    ['default security group rule create --icmp-type 8 --protocol tcp', 2, /require an ICMP protocol, not tcp/],
    ['default security group rule create --remote-ip 10.0.0.0/8 --remote-group x', 2, /--remote-group/],
    ['security group default statefulness create', 2, /--stateful/],
    [
      'default security group rule show nothing',
      4,
      /No default security group rule with a name or ID of 'nothing' exists/,
    ],
  ])
})
