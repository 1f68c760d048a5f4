import assert from 'node:assert/strict'
import {chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Damage, History} from '#shell/history'
import {makeFixedPlace} from '../../support/fixed-place.ts'
import {type Place, removePlace} from '../../support/place.ts'

describe('the lines that the shell keeps', () => {
  let place: Place
  let damages: Damage[]
  beforeEach(() => {
    place = makeFixedPlace()
    damages = []
  })
  afterEach(() => removePlace(place))

  const history = () => new History(place.data, (damage) => damages.push(damage))
  const folder = () => join(place.data, 'shell')
  const add = (...lines: string[]) =>
    lines.reduce((before, line) => before.then(() => history().add(line, AbortSignal.timeout(5000))), Promise.resolve())
  const damaged = (text: string, mode = 0o600) => {
    mkdirSync(folder(), {recursive: true, mode: 0o700})
    writeFileSync(join(folder(), 'history'), text, {mode})
    chmodSync(join(folder(), 'history'), mode)
  }

  it('are private, in order, a repeated one once', async () => {
    await add('region list', 'stack list', 'stack list', 'region list')
    assert.deepEqual(history().read(), ['region list', 'stack list', 'region list'])
    assert.equal(statSync(join(folder(), 'history')).mode & 0o777, 0o600)
    assert.equal(statSync(folder()).mode & 0o777, 0o700)
  })

  it('are all there when many shells add at once', async () => {
    const lines = Array.from({length: 20}, (_, at) => `stack show web-${at}`)
    await Promise.all(lines.map((line) => add(line)))
    assert.deepEqual(history().read().sort(), lines.sort())
  })

  it('are the last thousand', async () => {
    damaged(`${Array.from({length: 1000}, (_, at) => `line ${at}`).join('\n')}\n`)
    await add('newest')
    const lines = history().read()
    assert.deepEqual([lines.length, lines[0], lines.at(-1)], [1000, 'line 1', 'newest'])
  })

  it('have no line that could drive a terminal', async () => {
    await add('stack show a\u001b[2J')
    assert.deepEqual(history().read(), [])
  })

  const bad: [string, string, number, RegExp][] = [
    ['cut short', 'region list\nstack li', 0o600, /ends in an incomplete line/],
    ['of other characters', 'region list\n\u0000\u001b\n', 0o600, /contains invalid characters/],
    ['open to others', 'region list\n', 0o666, /readable only by you/],
  ]
  for (const [what, text, mode, reason] of bad) {
    it(`are put aside where their file is ${what}`, async () => {
      damaged(text, mode)
      assert.deepEqual(history().read(), [])
      assert.match(damages[0]?.reason ?? '', reason)
      assert.equal(readFileSync(damages[0]?.aside ?? '', 'utf8'), text)
      await add('region list')
      assert.deepEqual(history().read(), ['region list'])
      assert.equal(readdirSync(folder()).length, 2)
    })
  }
})
