import assert from 'node:assert/strict'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, before, describe, it} from 'mocha'
import {readJson} from '#json-file'

describe('readJson', () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'osc-json-'))
    writeFileSync(join(folder, 'filters.json'), '{"interface": "admin"}')
    writeFileSync(join(folder, 'marked.json'), '\ufeff{"interface": "admin"}')
    writeFileSync(join(folder, 'latin1.json'), Buffer.from('["café"]', 'latin1'))
    writeFileSync(join(folder, 'broken.json'), '{"interface": ')
  })
  after(() => rmSync(folder, {recursive: true}))

  const good: [string, unknown][] = [
    ['filters.json', {interface: 'admin'}],
    ['marked.json', {interface: 'admin'}],
    ['{"interface": "public"}', {interface: 'public'}],
    [' [1]', [1]],
  ]
  for (const [given, expected] of good) {
    it(`reads ${given}`, async () => assert.deepEqual(await readJson(given, folder), expected))
  }

  const bad: [string, RegExp][] = [
    ['broken.json', /^broken\.json is not valid JSON/],
    ['latin1.json', /^latin1\.json: not UTF-8 text/],
    ['missing.json', /^File missing\.json/],
    ['{"interface": ', /^The argument is not valid JSON/],
    ['.', /cannot be read/],
  ]
  for (const [given, message] of bad) {
    it(`refuses ${given}`, async () => {
      await assert.rejects(readJson(given, folder), {message, exitCode: 2})
    })
  }
})
