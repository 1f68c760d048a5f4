import assert from 'node:assert/strict'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, it} from 'mocha'

/** Runs lines on a sandbox that lives as long as the `describe` around this call. Double quotes keep blanks together. */
export function onSandbox() {
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
  })
  after(() => cloud?.close())

  const run = (line: string) => cloud.osc(...(line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', '')))
  const ok = async (line: string) => {
    const {status, stdout, stderr} = await run(line)
    assert.equal(status, 0, `${line}: ${stderr}`)
    return stdout
  }
  const fails = async (line: string, wanted: number, message: RegExp) => {
    const {status, stderr} = await run(line)
    assert.equal(status, wanted, `${line}: ${stderr}`)
    assert.match(stderr, message)
  }
  return {
    ok,
    json: async (line: string) => JSON.parse(await ok(`${line} -f json`)),
    fails,
    /** A test for each line that must fail with this status and message. */
    refuses(lines: readonly (readonly [line: string, status: number, message: RegExp])[]) {
      for (const [line, status, message] of lines)
        it(`${line} fails with ${status}`, () => fails(line, status, message))
    },
  }
}
