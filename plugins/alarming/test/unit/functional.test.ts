import assert from 'node:assert/strict'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'
import {SCENARIOS} from '../functional.ts'
import {follow} from '../steps.ts'

describe('scenarios of aodhclient on the sandbox', () => {
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
  })
  after(() => cloud.close())

  for (const [name, scenario] of Object.entries(SCENARIOS))
    it(name, async () => assert.ok(await follow(scenario, 'fn', (...argv) => cloud.osc(...argv))))
})
