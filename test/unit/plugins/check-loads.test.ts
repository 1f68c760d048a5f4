import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {checkLoads, type Part} from '#plugins/check-loads'
import {fixedIndex} from '../../support/fixed-core.ts'

describe('loading the parts of a plugin in a process of its own', () => {
  it('fails without naming a part when the process does not start', async () => {
    const [plugin] = fixedIndex().plugins
    assert.ok(plugin)
    const parts: Part[] = ['region:list', 'region:show'].map((id) => ({kind: 'command', id}))
    await assert.rejects(checkLoads(plugin, parts, '/nonexistent/core.js'), /cannot be started \(status 1\)/)
  })
})
