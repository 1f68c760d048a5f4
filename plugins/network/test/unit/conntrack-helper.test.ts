import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('conntrack helpers of routers', () => {
  const {ok, json, refuses} = onSandbox()

  it('are created, listed, changed and deleted', async () => {
    const {id: router} = await json('router create edge')
    const helper = await json('network l3 conntrack helper create --helper tftp --protocol udp --port 69 edge')
    assert.deepEqual([helper.helper, helper.port], ['tftp', 69])
    const [listed] = await json('network l3 conntrack helper list --protocol udp edge')
    assert.deepEqual([listed['Router ID'], listed.Port], [router, 69])
    await ok(`network l3 conntrack helper set --port 70 edge ${helper.id}`)
    assert.equal((await json(`network l3 conntrack helper show edge ${helper.id}`)).port, 70)
    await ok(`network l3 conntrack helper delete edge ${helper.id}`)
    assert.deepEqual(await json('network l3 conntrack helper list edge'), [])
  })

  refuses([
    ['network l3 conntrack helper create --helper tftp --protocol udp edge', 2, /--port/],
    [
      'network l3 conntrack helper show edge nothing',
      4,
      /No network l3 conntrack helper with a name or ID of 'nothing' exists/,
    ],
  ])
})
