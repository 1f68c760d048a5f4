import assert from 'node:assert/strict'
import {join} from 'node:path'
import {describe, it} from 'mocha'
import {repository} from '../../support/program.ts'

// Each part is a bundle that imports the rest of the core from dist/inner.js. A name that is not there breaks every plugin.
describe('the built parts of the core', () => {
  for (const part of ['testing', 'sandbox', 'oclif-help'])
    it(`${part} loads`, async () => {
      const names = Object.keys(await import(join(repository, 'dist', `${part}.js`)))
      assert.ok(names.length > 0)
    })
})
