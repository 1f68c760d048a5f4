import assert from 'node:assert/strict'
import {basename} from 'node:path'
import {compareTemplates} from '../support/compare-templates.ts'

/** Folders with releases of tripleo-heat-templates, separated by colons. */
const folders = (process.env.OSC_TEST_TEMPLATES ?? '').split(':').filter((folder) => folder !== '')

describe('tripleo-heat-templates', function templates() {
  this.timeout(120_000)

  it('are in folders that OSC_TEST_TEMPLATES names', function named() {
    if (folders.length === 0) this.skip()
  })

  for (const folder of folders)
    it(`of ${basename(folder)} are rendered with the bytes of Jinja2`, async function same() {
      const {files, expected, different, cpuSeconds} = await compareTemplates(folder)
      assert.deepEqual(different, [])
      assert.ok(expected > 0)
      const {test} = this
      if (test) test.title += `: ${expected} of ${expected}, ${files} files in ${cpuSeconds.toFixed(2)} s of CPU time`
    })
})
