import assert from 'node:assert/strict'
import {mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, it} from 'mocha'
import {makeFolder} from '#files/make-folder'
import {run} from '../../support/run.ts'

describe('makeFolder', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'osc-make-folder-'))
    symlinkSync('/nowhere', join(root, 'broken'))
    writeFileSync(join(root, 'file'), '')
  })
  afterEach(() => rmSync(root, {recursive: true}))

  it('makes all that is missing for its owner alone, and can be called again', () => {
    for (const again of [false, true]) {
      makeFolder(join(root, 'a/b/c'), 0o700)
      for (const path of ['a', 'a/b', 'a/b/c'])
        assert.equal(statSync(join(root, path)).mode & 0o777, 0o700, `${path} ${again}`)
    }
  })

  const impossible = {file: 'EEXIST', 'file/a/b': 'ENOTDIR', 'broken/a': 'EEXIST'}
  for (const [path, code] of Object.entries(impossible))
    it(`${path}: ${code}`, () => assert.throws(() => makeFolder(join(root, path)), {code}))

  const lines: [string, number, RegExp][] = [
    ['help auth', 0, /^$/],
    ['sandbox status', 4, /^No sandbox is running/],
    ['completion install --shell bash', 3, /^Shell completion cannot read or write .*osc\.bash: /],
    [
      'plugins install osc-plugin-none',
      1,
      /^\/proc\/osc cannot be created: .*\nSet OSC_DATA_DIR to use another folder\.\n$/,
    ],
    ['sandbox start', 1, /^\/proc\/osc cannot be created: .*\nSet OSC_DATA_DIR to use another folder\.\n$/],
  ]
  for (const [line, expected, says] of lines)
    it(`osc ${line} ends where folders cannot be created`, async function () {
      if (process.platform !== 'linux') this.skip()
      const env = {HOME: '/proc/osc', OSC_CACHE_DIR: '/proc/osc/cache', OSC_DATA_DIR: '/proc/osc/data'}
      const {status, stderr} = await run(line.split(' '), {env, timeout: 20_000})
      assert.match(stderr, says)
      assert.equal(status, expected)
    })
})
