import assert from 'node:assert/strict'
import type {JsonObject, Session} from '@osc-cli/core'
import {failuresOf} from '../../src/failures.ts'

/** A Heat whose stacks have these failed resources, by the stack's ID; each names the stack below it. */
function heatWith(stacks: (id: string) => readonly [name: string, nested: string | undefined][]) {
  let [requests, running, most] = [0, 0, 0]
  async function* list(_service: string, path: string): AsyncGenerator<JsonObject> {
    requests += 1
    running += 1
    most = Math.max(most, running)
    await new Promise(setImmediate)
    running -= 1
    for (const [resource_name, nested] of stacks(path.split('/')[2] ?? ''))
      yield {
        resource_name,
        resource_status: 'CREATE_FAILED',
        physical_resource_id: nested ?? 'server',
        links: nested === undefined ? [] : [{rel: 'nested', href: `http://heat/stacks/x/${nested}`}],
      }
  }
  const session = {list} as unknown as Session
  const paths = async () => (await failuresOf(session, 'top', 'web')).map(({path}) => path)
  return {paths, requests: () => requests, most: () => most}
}

describe('the failures of a stack', () => {
  it('names the deepest failed resources', async () => {
    const stacks: Record<string, [string, string | undefined][]> = {
      top: [
        ['group', 'inner'],
        ['db', undefined],
      ],
      inner: [['leaf', undefined]],
    }
    assert.deepEqual(await heatWith((id) => stacks[id] ?? []).paths(), ['web.group.leaf', 'web.db'])
  })

  it('names a failed nested stack in which nothing failed', async () =>
    assert.deepEqual(await heatWith((id) => (id === 'top' ? [['group', 'inner']] : [])).paths(), ['web.group']))

  it('ends when nested stacks contain each other', async () => {
    const heat = heatWith((id) => [
      ['again', id === 'top' ? 'other' : 'top'],
      ['self', id],
    ])
    assert.deepEqual((await heat.paths()).sort(), ['web.again.again', 'web.again.self', 'web.self'])
    assert.equal(heat.requests(), 2)
  })

  it('ends when every stack contains another one', async () => {
    const heat = heatWith((id) => [['deeper', `${id}x`]])
    await heat.paths()
    assert.equal(heat.requests(), 20)
  })

  it('sends ten requests at once', async () => {
    const heat = heatWith((id) => (id === 'top' ? Array.from({length: 100}, (_, n) => [`r${n}`, `s${n}`]) : []))
    assert.equal((await heat.paths()).length, 100)
    assert.equal(heat.most(), 10)
  })
})
