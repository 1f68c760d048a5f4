import assert from 'node:assert/strict'
import {examples} from '@osc-cli/core/test/integration/support/examples'
import {oscPerSuite} from '@osc-cli/core/test/support/per-test'
import {runShell} from '@osc-cli/core/test/support/run'
import {after, describe, it} from 'mocha'

/** From the first start to the last stop. */
const ORDER = [
  'osc sandbox start',
  'osc sandbox status',
  'osc sandbox snapshot save',
  'osc sandbox snapshot list',
  'osc sandbox snapshot restore',
  'osc sandbox reset',
  'osc sandbox logs',
  'osc sandbox stop',
  'osc sandbox start --fresh',
]

const place = (command: string): number => ORDER.findLastIndex((start) => command.startsWith(start))

describe('the examples of the sandbox work as printed', () => {
  after(() => osc('sandbox', 'stop'))
  const osc = oscPerSuite()

  for (const {command} of examples('@osc-cli/plugin-sandbox').toSorted((a, b) => place(a.command) - place(b.command))) {
    it(command, async () => {
      const {status, stdout, stderr} = await runShell(command, {place: osc.place})
      assert.equal(status, 0, `${stdout}\n${stderr}`)
    })
  }
})
