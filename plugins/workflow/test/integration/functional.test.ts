import assert from 'node:assert/strict'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {after, before, describe, it} from 'mocha'
import {COLUMNS, CREATED, DELETED, FILES, WRONG, wordsOf} from '../functional.ts'

describe('commands of mistralclient on a cloud', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const name = uniqueName('fn')
  const folder = mkdtempSync(join(tmpdir(), 'osc-functional-'))
  /** The words of a line, files with their path. */
  const words = (line: string) => wordsOf(line, name).map((word) => (word in FILES ? join(folder, word) : word))

  before(async function () {
    this.timeout(120_000)
    await needs(this, 'workflowv2')
    for (const [file, text] of Object.entries(FILES)) writeFileSync(join(folder, file), text.replaceAll('NAME', name))
    for (const line of DELETED) later(...words(line.join(' ')))
    for (const line of CREATED) await ok(osc(...words(line.join(' '))))
  })
  after(() => rmSync(folder, {recursive: true}))

  // Lines that osc refuses itself send nothing.
  for (const [line, status, fact] of WRONG.filter(([, expected]) => expected !== 2))
    it(`${line} ends with ${status}`, async () => {
      const result = await osc(...words(line))
      assert.equal(result.status, status, result.stderr)
      assert.match(result.stderr, new RegExp(fact.source.replaceAll('NAME', name), fact.flags))
    })

  for (const [line, columns] of Object.entries(COLUMNS))
    it(`${line} has its columns`, async () => {
      const [header = ''] = (await ok(osc(...line.split(' '), '-f', 'csv'))).split('\n')
      assert.deepEqual(
        columns.filter((column) => !header.includes(`"${column}"`)),
        [],
      )
    })
})
