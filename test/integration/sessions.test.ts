import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import core from '#help/core-help'
import {topicPages} from '#help/topics'
import {runShell} from '../support/run.ts'
import {cloudEnv, oscOnCloud} from './support/cloud.ts'
import {runSession} from './support/sessions.ts'

describe("the session on the core's page works as printed", () => runSession('core', core, oscOnCloud()))

describe('the examples of topics work as printed', () => {
  const osc = oscOnCloud()
  const lines = topicPages().flatMap(({sections}) => sections.flatMap(({lines: all = []}) => all))
  for (const line of lines.filter((text) => text.startsWith('$ ')))
    it(line, async () => {
      const result = await runShell(line.slice(2), {place: osc.place, env: cloudEnv()})
      assert.equal(result.status, 0, `${result.stdout}\n${result.stderr}`)
    })
})
