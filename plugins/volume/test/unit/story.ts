import assert from 'node:assert/strict'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, it} from 'mocha'

/**
 * A sandbox for the tests of a suite, after the lines of `prepare`. In commands the first word is split at spaces, the
 * others are taken as they are.
 */
export function story(...prepare: readonly string[]) {
  let cloud: TestCloud
  const osc = (line: string, ...more: string[]) => cloud.osc(...line.split(' '), ...more)
  /** What a command prints that must succeed. */
  const ok = async (line: string, ...more: string[]): Promise<string> => {
    const {status, stdout, stderr} = await osc(line, ...more)
    assert.equal(status, 0, stderr)
    return stdout
  }
  before(async () => {
    cloud = await startTestCloud()
    for (const line of prepare) await ok(line)
  })
  after(() => cloud?.close())
  return {
    osc,
    ok,
    /** The same, decoded. */
    json: async (line: string, ...more: string[]) => JSON.parse(await ok(line, ...more, '-f', 'json')),
    /** A test for each line that must fail: with this message and status, 2 by default. */
    refuses(table: readonly (readonly [line: string, message: RegExp, status?: number])[]) {
      for (const [line, message, expected = 2] of table)
        it(`refuses ${line}`, async () => {
          const {status, stderr} = await osc(line)
          assert.match(stderr, message)
          assert.equal(status, expected)
        })
    },
    cloud: () => cloud,
  }
}
