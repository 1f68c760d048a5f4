import assert from 'node:assert/strict'
import {mkdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'mocha'
import {makePlace, type Place, removePlace} from '../../support/place.ts'
import {makePluginPlace} from '../../support/plugin-fixture.ts'
import {repository} from '../../support/program.ts'
import {type RunOptions, runShell} from '../../support/run.ts'

const COUNT = `import {Command, Flags} from '@oclif/core'
export default class Count extends Command {
  static flags = {to: Flags.integer({default: 3}), status: Flags.integer({default: 0})}
  async run() {
    const {flags} = await this.parse(Count)
    for (let number = 1; number <= flags.to; number += 1) this.log(String(number))
    if (flags.to < 0) throw new Error('nothing is below zero')
    this.exit(flags.status)
  }
}
`

describe('a command of a plain oclif plugin', () => {
  let place: Place
  before(() => {
    place = makePlace()
    const plugins = makePluginPlace(place.root)
    const flags = {to: {name: 'to', type: 'option'}, status: {name: 'status', type: 'option'}}
    plugins.plugin('plain', 'oclif-plain', {
      osc: undefined,
      commands: {'plain:count': {flags, isESM: true, relativePath: ['dist', 'commands', 'plain', 'count.js']}},
      raw: {'dist/commands/plain/count.js': COUNT},
    })
    mkdirSync(plugins.at('plain/node_modules/@oclif'), {recursive: true})
    symlinkSync(join(repository, 'node_modules/@oclif/core'), plugins.at('plain/node_modules/@oclif/core'))
    plugins.note({name: 'oclif-plain', root: plugins.at('plain')})
  })
  after(() => removePlace(place))
  const shell = (line: string, options: RunOptions = {}) => runShell(line, {place, ...options})

  it('runs with its options', async () => {
    const {status, stdout} = await shell('osc plain count --to 2')
    assert.deepEqual({status, stdout}, {status: 0, stdout: '1\n2\n'})
  })
  it('ends with the status that it exits with', async () =>
    assert.equal((await shell('osc plain count --status 7')).status, 7))
  it('fails with its message', async () => {
    const {status, stderr} = await shell('osc plain count --to=-1')
    assert.equal(status, 1)
    assert.match(stderr, /^nothing is below zero$/m)
  })
  it('writes all that a slow reader takes', async () => {
    const {stdout} = await shell('osc plain count --to 50000 | (sleep 1; tail -1)')
    assert.equal(stdout, '50000\n')
  })
  it('ends in silence when its reader goes', async () => {
    const {stdout, stderr} = await shell('osc plain count --to 50000 | head -1')
    assert.equal(stdout, '1\n')
    assert.doesNotMatch(stderr, /EPIPE|top-level await/)
  })
})
