import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('subnet pools', () => {
  const {ok, json, refuses} = onSandbox()

  it('are created with tags and an address scope', async () => {
    await ok('address scope create inside')
    const line =
      'subnet pool create --pool-prefix 10.8.0.0/16 --default-prefix-length 24 --address-scope inside --tag a office'
    const {address_scope_id: scope, default_prefixlen: length, tags} = await json(line)
    assert.deepEqual([length, tags], [24, ['a']])
    const [listed] = await json('subnet pool list --long --address-scope inside')
    assert.deepEqual([listed.Name, listed['Address Scope'], listed['Default Prefix Length']], ['office', scope, 24])
  })

  it('get prefixes added and tags removed', async () => {
    await ok('subnet pool set --pool-prefix 10.9.0.0/16 --no-address-scope --default office')
    const {prefixes, address_scope_id: scope, is_default: isDefault} = await json('subnet pool show office')
    assert.deepEqual([prefixes, scope, isDefault], [['10.9.0.0/16', '10.8.0.0/16'], null, true])
    await ok('subnet pool unset --all-tag office')
    assert.deepEqual((await json('subnet pool show office')).tags, [])
    await ok('subnet pool delete office')
    assert.deepEqual(await json('subnet pool list'), [])
  })

  refuses([
    ['subnet pool show nothing', 4, /No subnet pool with a name or ID of 'nothing' exists/],
    ['subnet pool create x', 2, /--pool-prefix/],
    ['subnet pool create --pool-prefix 10.0.0.0/8 --min-prefix-length -1 x', 2, /--min-prefix-length/],
    ['subnet pool set --address-scope a --no-address-scope office', 2, /--no-address-scope/],
  ])
})
