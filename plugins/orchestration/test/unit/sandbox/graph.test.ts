import assert from 'node:assert/strict'
import {circleIn, type Node, runGraph} from '../../../src/sandbox/engine/graph.ts'

describe('the dependency graph', () => {
  it('starts each node after its predecessors, and independent nodes together', async () => {
    const log: string[] = []
    const gates = new Map<string, () => void>()
    const node = (key: string, ...after: string[]): Node => ({
      key,
      after,
      run: () =>
        new Promise((resolve) => {
          log.push(`start ${key}`)
          gates.set(key, () => {
            log.push(`end ${key}`)
            resolve()
          })
        }),
    })
    const turn = () => new Promise((resolve) => setImmediate(resolve))
    const done = runGraph([node('c', 'a', 'b', 'nobody'), node('a'), node('b')])
    await turn()
    assert.deepEqual(log, ['start a', 'start b'])
    gates.get('b')?.()
    await turn()
    assert.deepEqual(log.at(-1), 'end b')
    gates.get('a')?.()
    await turn()
    assert.deepEqual(log.slice(-2), ['end a', 'start c'])
    gates.get('c')?.()
    await done
  })

  it('does not start nodes after a failed one', async () => {
    let started = false
    const nodes: Node[] = [
      {key: 'a', after: [], run: () => Promise.reject(new Error('no'))},
      {
        key: 'b',
        after: ['a'],
        run: async () => {
          started = true
        },
      },
    ]
    await assert.rejects(runGraph(nodes), /no/)
    assert.equal(started, false)
  })

  const circles: [Record<string, string[]>, string[] | undefined][] = [
    [{a: ['b'], b: ['a']}, ['a', 'b', 'a']],
    [{a: ['a']}, ['a', 'a']],
    [{x: ['a'], a: ['b'], b: ['c'], c: ['b']}, ['b', 'c', 'b']],
    [{a: ['b', 'c'], b: ['c'], c: ['gone']}, undefined],
  ]
  for (const [requires, circle] of circles)
    it(`finds ${circle?.join(' -> ') ?? 'no circle'}`, () => {
      assert.deepEqual(circleIn(new Map(Object.entries(requires))), circle)
    })
})
