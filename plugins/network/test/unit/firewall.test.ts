import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('firewalls', () => {
  const {ok, json, fails, refuses} = onSandbox()
  let ssh = ''
  let https = ''

  it('have rules', async () => {
    ssh = (await json('firewall group rule create --protocol TCP --destination-port 22 --action ALLOW ssh')).ID
    https = (await json('firewall group rule create --protocol any --name https')).ID
    await ok('firewall group rule set --protocol tcp --destination-port 443 --action allow --ip-version 6 https')
    const rule = await json('firewall group rule show https')
    assert.deepEqual([rule.Protocol, rule['Destination Port'], rule['IP Version']], ['tcp', '443', 6])
    const [{Summary}] = await json('firewall group rule list')
    assert.equal(
      Summary,
      'TCP,\n source(port): none specified(none specified),\n dest(port): none specified(22),\n allow',
    )
    await ok('firewall group rule unset --destination-port --enable-rule https')
    const changed = await json('firewall group rule show https')
    assert.deepEqual([changed['Destination Port'], changed.Enabled], [null, false])
  })

  it('print any for a rule of every protocol, and nothing in JSON', async () => {
    await ok('firewall group rule create all')
    assert.match(await ok('firewall group rule show all'), /Protocol +\| any/)
    assert.equal((await json('firewall group rule show all')).Protocol, null)
    await ok('firewall group rule delete all')
  })

  it('evaluate the rules of a policy in order', async () => {
    const rules = async () => (await json('firewall group policy show ingress'))['Firewall Rules']
    await ok('firewall group policy create --firewall-rule ssh --audited ingress')
    assert.equal(
      await ok('firewall group policy add rule --insert-after ssh ingress https'),
      `Inserted firewall rule ${https} in firewall policy ingress\n`,
    )
    assert.deepEqual(await rules(), [ssh, https])
    await ok('firewall group policy remove rule ingress ssh')
    await ok('firewall group policy set --firewall-rule ssh ingress')
    assert.deepEqual(await rules(), [https, ssh])
    await ok('firewall group policy set --no-firewall-rule --firewall-rule https --share ingress')
    assert.deepEqual(await rules(), [https])
    await ok('firewall group policy unset --all-firewall-rule ingress')
    assert.deepEqual(await rules(), [])
  })

  it('protect ports', async () => {
    await ok('network create private')
    const ports: string[] = []
    for (const name of ['db', 'web']) ports.push((await json(`port create --network private ${name}`)).id)
    const group = await json('firewall group create --ingress-firewall-policy ingress --port db dmz')
    assert.deepEqual([group.Ports, group.State, group.Status], [[ports[0]], true, 'ACTIVE'])
    await ok('firewall group set --port web --no-ingress-firewall-policy --disable dmz')
    const changed = await json('firewall group show dmz')
    assert.deepEqual(changed.Ports, [...ports].sort())
    assert.deepEqual([changed['Ingress Policy ID'], changed.State], [null, false])
    await ok('firewall group unset --port db dmz')
    assert.deepEqual((await json('firewall group show dmz')).Ports, [ports[1]])
    await ok('firewall group set --no-port --port db dmz')
    assert.deepEqual((await json('firewall group list --long'))[0].Ports, [ports[0]])
  })

  it('are deleted once nothing uses them', async () => {
    await ok('firewall group set --egress-firewall-policy ingress dmz')
    await fails('firewall group policy delete ingress', 5, /being used/)
    await ok('firewall group unset --egress-firewall-policy --all-port dmz')
    await ok('firewall group delete dmz')
    await ok('firewall group policy delete ingress')
    await ok('firewall group rule delete ssh https')
    assert.deepEqual(await json('firewall group rule list'), [])
  })

  refuses([
    ['firewall group create --name one two', 2, /name is specified twice: 'two' and --name 'one'/],
    ['firewall group rule create --action drop x', 2, /drop/],
    ['firewall group rule create --source-port 1 --no-source-port x', 2, /source-port/],
    ['firewall group policy add rule nothing x', 4, /No firewall group policy with a name or ID of 'nothing' exists/],
    ['firewall group show nothing', 4, /No firewall group with a name or ID of 'nothing' exists/],
  ])
})
