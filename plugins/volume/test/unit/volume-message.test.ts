import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {story} from './story.ts'

describe('volume message', () => {
  const {json, ok, osc} = story(
    'volume type create --property volume_backend_name=nowhere lost',
    'volume create --size 1 --type lost stuck',
  )

  it('lists, shows and deletes', async () => {
    const {id, status} = await json('volume show stuck')
    assert.equal(status, 'error')
    const [row, ...others] = await json('volume message list')
    assert.deepEqual([row['Resource UUID'], others], [id, []])
    const shown = await json(`volume message show ${row.ID}`)
    assert.match(shown['User Message'], /Could not find any available weighted backend/)
    assert.deepEqual(Object.keys(shown).sort(), Object.keys(row).sort())
    await ok(`volume message delete ${row.ID}`)
    assert.deepEqual(await json('volume message list'), [])
    assert.equal((await osc(`volume message show ${row.ID}`)).status, 4)
  })

  it('lists those of another project', async () => {
    await ok('volume create --size 1 --type lost again')
    assert.equal((await json('volume message list --project admin')).length, 1)
    assert.deepEqual(await json('volume message list --project demo'), [])
  })
})
