import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('QoS policies and their rules', () => {
  const {ok, json, refuses} = onSandbox()

  it('are created, shared and renamed', async () => {
    assert.deepEqual((await json('network qos policy create --default slow')).rules, [])
    await ok('network qos policy set --share --no-default --name slower slow')
    const {shared, is_default: isDefault} = await json('network qos policy show slower')
    assert.deepEqual([shared, isDefault], [true, false])
    assert.deepEqual(
      (await json('network qos policy list --share')).map((one: {Name: string}) => one.Name),
      ['slower'],
    )
  })

  it('have rules of each type', async () => {
    const rules: [string, string, unknown][] = [
      ['bandwidth-limit --max-kbps 1000 --ingress', 'max_kbps', 1000],
      ['dscp-marking --dscp-mark 8', 'dscp_mark', 8],
      ['minimum-bandwidth --min-kbps 10 --egress', 'min_kbps', 10],
      ['minimum-packet-rate --min-kpps 5 --any', 'direction', 'any'],
    ]
    for (const [options, key, value] of rules) {
      const rule = await json(`network qos rule create --type ${options} slower`)
      assert.equal((await json(`network qos rule show slower ${rule.id}`))[key], value, options)
    }
    const listed = await json('network qos rule list slower')
    assert.deepEqual(
      listed.map((rule: {Type: string}) => rule.Type),
      ['bandwidth_limit', 'dscp_marking', 'minimum_bandwidth', 'minimum_packet_rate'],
    )
    await ok(`network qos rule set --max-kbps 2000 slower ${listed[0].ID}`)
    assert.equal((await json(`network qos rule show slower ${listed[0].ID}`)).max_kbps, 2000)
    for (const {ID: id} of listed) await ok(`network qos rule delete slower ${id}`)
    assert.deepEqual(await json('network qos rule list slower'), [])
    await ok('network qos policy delete slower')
  })

  it('have types', async () => {
    assert.equal((await json('network qos rule type list')).length, 4)
    assert.equal((await json('network qos rule type show dscp_marking')).rule_type_name, 'dscp_marking')
    await ok('network qos policy create other')
  })

  refuses([
    [
      'network qos rule create --type bandwidth-limit --min-kbps 1 other',
      2,
      /Rules of type bandwidth-limit do not have the option --min-kbps/,
    ],
    [
      'network qos rule create --type dscp-marking --dscp-mark 8 --egress other',
      2,
      /Rules of type dscp-marking do not have the option --ingress or --egress/,
    ],
    ['network qos rule create --type minimum-bandwidth --min-kbps 1 other', 2, /requires --ingress or --egress/],
    [
      'network qos rule create --type minimum-bandwidth --min-kbps 1 --any other',
      2,
      /only for rules of type minimum-packet-rate/,
    ],
    ['network qos rule show other nothing', 4, /QoS policy other does not have a rule with ID 'nothing'/],
    ['network qos policy show nothing', 4, /No network qos policy with a name or ID of 'nothing' exists/],
    ['network qos rule type show nothing', 4, /nothing/],
  ])
})
