import assert from 'node:assert/strict'
import type {JsonObject} from '@osc-cli/core'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {describe, it} from 'mocha'
import {has, rows} from './neutron.ts'

describe('firewalls', () => {
  before(async function () {
    await needs(this, 'network')
    if (!(await has('fwaas_v2'))) this.skip()
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const name = uniqueName('firewall')
  const run = (line: string) => osc(...line.split(' '))
  const create = async (noun: string, options: string) => {
    later(...noun.split(' '), 'delete', name)
    await ok(run(`${noun} create ${options} ${name}`))
  }
  const stored = async (path: string): Promise<JsonObject> => (await rows(`/fwaas/${path}?name=${name}`))[0] ?? {}

  it('have rules', async () => {
    await create('firewall group rule', '--protocol tcp --destination-port 80:90 --action allow')
    await ok(run(`firewall group rule set --no-destination-port --source-ip-address 10.0.0.0/24 ${name}`))
    const {protocol, destination_port: port, source_ip_address: source} = await stored('firewall_rules')
    assert.deepEqual([protocol, port, source], ['tcp', null, '10.0.0.0/24'])
  })

  it('have policies of rules', async () => {
    await create('firewall group policy', '--no-audited')
    await ok(run(`firewall group policy add rule ${name} ${name}`))
    const {id} = await stored('firewall_rules')
    assert.deepEqual((await stored('firewall_policies')).firewall_rules, [id])
    await ok(run(`firewall group policy unset --all-firewall-rule ${name}`))
    assert.deepEqual((await stored('firewall_policies')).firewall_rules, [])
  })

  it('have groups with a policy for each direction', async () => {
    await create('firewall group', `--ingress-firewall-policy ${name} --no-port`)
    const {id} = await stored('firewall_policies')
    await ok(run(`firewall group set --no-ingress-firewall-policy --egress-firewall-policy ${name} --disable ${name}`))
    const group = await stored('firewall_groups')
    assert.deepEqual(
      [group.ingress_firewall_policy_id, group.egress_firewall_policy_id, group.admin_state_up],
      [null, id, false],
    )
    await ok(run(`firewall group unset --egress-firewall-policy ${name}`))
    assert.equal((await stored('firewall_groups')).egress_firewall_policy_id, null)
  })

  it('are deleted, and then not found', async () => {
    for (const noun of ['group', 'group policy', 'group rule']) await ok(run(`firewall ${noun} delete ${name}`))
    assert.deepEqual(await stored('firewall_rules'), {})
    assert.match(await fails(4, run(`firewall group show ${name}`)), /No firewall group with a name or ID of/)
  })
})
