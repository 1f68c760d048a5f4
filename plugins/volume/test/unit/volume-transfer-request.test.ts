import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {story} from './story.ts'

describe('volume transfer request', () => {
  const {cloud, json, ok, osc} = story('volume create --size 1 data')
  const offer = ['volume', 'transfer', 'request'] as const

  it('moves a volume to another project', async () => {
    const {id, auth_key} = await json(...offer, 'create', '--name', 'gift', 'data')
    assert.deepEqual(
      (await json(...offer, 'list')).map(({Name}: {Name: string}) => Name),
      ['gift'],
    )
    const shown = await json(...offer, 'show', 'gift')
    assert.deepEqual([shown.id, 'auth_key' in shown], [id, false])

    const demo = (...argv: string[]) => cloud().run(argv, {cloud: 'sandbox-demo'})
    const wrong = await demo(...offer, 'accept', '--auth-key', 'wrong-key', id)
    assert.equal(wrong.status, 1)
    assert.equal(wrong.stderr.includes('wrong-key'), false)
    assert.equal((await demo(...offer, 'accept', '--auth-key', auth_key, id)).status, 0)
    assert.equal((await demo('volume', 'show', 'data')).status, 0)
    assert.deepEqual(await json(...offer, 'list'), [])
  })

  it('withdraws an offer', async () => {
    await ok('volume', 'create', '--size', '1', 'other')
    await ok(...offer, 'create', '--name', 'gift', '--no-snapshots', 'other')
    await ok(...offer, 'delete', 'gift')
    assert.equal((await json('volume', 'show', 'other')).status, 'available')
    assert.equal((await osc(...offer, 'delete', 'gift')).status, 4)
  })
})
