import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {suggestCommands} from '#advice/suggest/commands'
import {leadingWords} from '#line/words'
import {usePlugins} from '#plugins/data'
import {discover} from '#plugins/discover'
import {repository} from '../../../support/program.ts'

interface Line {
  typed: string
  meant: string
}

const read = (name: string): Line[] =>
  JSON.parse(readFileSync(join(repository, 'test/corpus', `${name}.json`), 'utf8')) as Line[]

/** Share of lines whose command is among the first `among`, and those where it is not. */
function measure(lines: readonly Line[], ids: readonly string[], among: number): {share: number; wrong: string[]} {
  const wrong = lines.flatMap(({typed, meant}) => {
    const words = leadingWords(typed.split(' ')).map(({text}) => text)
    const found = suggestCommands(words, ids).map(({id}) => id)
    return found.slice(0, among).includes(meant) ? [] : [`${typed} -> ${found.join(', ')} instead of ${meant}`]
  })
  return {share: 1 - wrong.length / lines.length, wrong}
}

describe('mistyped lines', () => {
  const {index} = discover({coreRoot: repository, root: repository, dataDir: '/nonexistent'})
  before(() => usePlugins(index, repository))
  const ids = Object.keys(index.commands)
  const lines = [...read('generated'), ...read('habits')]

  it('are at least 300', () => assert.ok(lines.length >= 300))

  const demands: [number, number][] = [
    [1, 0.95],
    [3, 0.99],
  ]
  for (const [among, least] of demands) {
    it(`the command meant is among the first ${among} in ${least * 100} %`, () => {
      const {share, wrong} = measure(lines, ids, among)
      assert.ok(share >= least, `${(share * 100).toFixed(1)} %:\n${wrong.join('\n')}`)
    })
  }
})
