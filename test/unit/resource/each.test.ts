import assert from 'node:assert/strict'
import {InterruptedError, NotFoundError} from '#errors'
import {each} from '#rows/each'

describe('several names at once', () => {
  it('continues when some fail, reports each and counts', async () => {
    const printed: string[] = []
    const done: string[] = []
    const work = async (name: string) => {
      if (name.startsWith('bad')) throw new NotFoundError(`No ${name}.`)
      done.push(name)
    }
    const report = async (message: string) => void printed.push(message)
    await assert.rejects(each(['a', 'bad1', 'b', 'bad2', 'c'], work, report), (error) => {
      assert.equal((error as {exitCode: number}).exitCode, 1)
      assert.match(String(error), /2 of 5 failed/)
      return true
    })
    assert.deepEqual(done.sort(), ['a', 'b', 'c'])
    assert.deepEqual(printed.sort(), ['bad1: No bad1.', 'bad2: No bad2.'])
  })

  it('fails as itself for one name', async () => {
    await assert.rejects(
      each(
        ['x'],
        async () => Promise.reject(new NotFoundError('gone')),
        async () => {},
      ),
      NotFoundError,
    )
  })

  it('keeps eight under way and the order of the results', async () => {
    let now = 0
    let most = 0
    const names = Array.from({length: 30}, (_, i) => String(i))
    const results = await each(
      names,
      async (name) => {
        now += 1
        most = Math.max(most, now)
        await new Promise((resolve) => setTimeout(resolve, 31 - Number(name)))
        now -= 1
        return name
      },
      async () => {},
    )
    assert.equal(most, 8)
    assert.deepEqual(results, names)
  })

  it('reports what is complete when it is interrupted', async () => {
    const notes: string[] = []
    const work = async (name: string) => {
      if (name === 'c') throw new InterruptedError()
    }
    const report = async (message: string) => void notes.push(message)
    await assert.rejects(each(['a', 'b', 'c', 'd'], work, report, 1), InterruptedError)
    assert.deepEqual(notes, ['2 of 4 are complete; not complete: c, d.'])
  })
})
