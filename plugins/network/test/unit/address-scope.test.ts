import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('address scopes', () => {
  const {ok, json, refuses} = onSandbox()

  it('are created, listed, renamed and deleted', async () => {
    assert.equal((await json('address scope create --ip-version 6 inside')).ip_version, 6)
    await ok('address scope create --share outside')
    assert.deepEqual(
      (await json('address scope list --ip-version 6')).map((one: {Name: string}) => one.Name),
      ['inside'],
    )
    assert.deepEqual(
      (await json('address scope list --share')).map((one: {Name: string}) => one.Name),
      ['outside'],
    )
    await ok('address scope set --name within --share inside')
    assert.equal((await json('address scope show within')).shared, true)
    await ok('address scope delete within outside')
    assert.deepEqual(await json('address scope list'), [])
  })

  refuses([
    ['address scope show nothing', 4, /No address scope with a name or ID of 'nothing' exists/],
    ['address scope create --ip-version 5 x', 2, /--ip-version/],
    ['address scope set --share --no-share x', 2, /--no-share/],
  ])
})
