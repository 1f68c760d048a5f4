import assert from 'node:assert/strict'
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {copyExample, EXAMPLE, exampleSource, proveContracts} from '../../support/example-plugin.ts'
import {oscPerSuite} from '../../support/per-test.ts'
import {makePluginPlace} from '../../support/plugin-fixture.ts'
import {repository} from '../../support/program.ts'
import {runProgram} from '../../support/run.ts'

const PUBLIC = /^(?:@osc-cli\/core(?:\/sandbox|\/testing)?|node:[\w/]+|#[\w/-]+)$/

describe('the example plugin', function () {
  this.timeout(120_000)
  const osc = oscPerSuite()
  let folder: string

  before(async () => {
    folder = copyExample(osc.place.work)
    const built = await osc(['plugins', 'build'], {cwd: folder})
    assert.equal(built.status, 0, built.stdout + built.stderr)
  })

  it('imports the public face of osc only', () => {
    const imported = globSync('{src,test}/**/*.ts', {cwd: exampleSource}).flatMap((file) =>
      [...readFileSync(join(exampleSource, file), 'utf8').matchAll(/(?:from|import\() ?'([^']+)'/g)].map(
        ([, name]) => name,
      ),
    )
    assert.ok(imported.includes('@osc-cli/core/testing'))
    assert.deepEqual(
      imported.filter((name) => !PUBLIC.test(name ?? '')),
      [],
    )
  })

  it('is typed, its tests included, and linted', async () => {
    const node = [process.execPath, join(repository, 'node_modules/typescript/bin/tsc')]
    const typed = await runProgram([...node, '-p', 'tsconfig.test.json'], {cwd: folder, place: osc.place})
    assert.equal(typed.status, 0, typed.stdout)
    const linted = await osc(['plugins', 'lint'], {cwd: folder})
    assert.equal(linted.status, 0, linted.stdout)
  })

  it('passes its own tests, with the test kit', async () => {
    const mocha = [process.execPath, join(repository, 'node_modules/mocha/bin/mocha.js')]
    const {status, stdout} = await runProgram(mocha, {cwd: folder, place: osc.place})
    assert.equal(status, 0, stdout)
    assert.match(stdout, /[1-9]\d* passing/)
  })

  it('keeps every contract when it is linked', async () => {
    makePluginPlace(osc.place.root).note({name: EXAMPLE, root: folder})
    try {
      assert.equal((await osc('sandbox', 'start')).status, 0)
      const line = (text: string, env = {}) => osc(text.split(' '), {env: {OS_CLOUD: 'sandbox', ...env}})
      await proveContracts(line, join(osc.place.root, 'journal'))
    } finally {
      await osc('sandbox', 'stop')
    }
  })
})
