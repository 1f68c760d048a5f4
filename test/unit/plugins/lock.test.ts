import assert from 'node:assert/strict'
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {isLocked, lockPlugins} from '#plugins/installing/lock'
import {makePluginPlace, type PluginPlace} from '../../support/plugin-fixture.ts'

describe('the lock of the plugins', () => {
  let place: PluginPlace
  const file = () => place.at('.lock')
  const lock = () => {
    const waiting = async (pid: number) => assert.fail(`waited for ${pid}`)
    return lockPlugins(place.root, {signal: new AbortController().signal, waiting})
  }
  beforeEach(() => {
    place = makePluginPlace()
  })
  afterEach(() => place.remove())

  it('is there until it is released, and leaves nothing', async () => {
    const release = await lock()
    assert.ok(isLocked(place.root))
    release()
    assert.deepEqual(readdirSync(place.root), [])
  })

  // This process lives, and started at another time than these locks say.
  for (const [what, text] of [
    ['whose process number is used again', `${process.pid} 1\n`],
    ['that is empty', ''],
    ['that is damaged', 'x\n'],
  ] as const) {
    it(`${what} is taken over`, async function () {
      if (what.includes('again') && process.platform !== 'linux') this.skip()
      writeFileSync(file(), text)
      assert.equal(isLocked(place.root), false)
      const release = await lock()
      assert.match(readFileSync(file(), 'utf8'), new RegExp(`^${process.pid} `))
      release()
      assert.deepEqual(readdirSync(place.root), [])
    })
  }

  it('that is a folder is an error that says so', async () => {
    mkdirSync(file())
    await assert.rejects(lock(), /\.lock is a folder/)
    assert.deepEqual(readdirSync(place.root), ['.lock'])
  })
})
