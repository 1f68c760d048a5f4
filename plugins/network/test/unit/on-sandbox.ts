import assert from 'node:assert/strict'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before} from 'mocha'

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
  return {
    ok,
    json: async (line: string) => JSON.parse(await ok(`${line} -f json`)),
    fails: async (line: string, wanted: number, message: RegExp) => {
      const {status, stderr} = await run(line)
      assert.equal(status, wanted, `${line}: ${stderr}`)
      assert.match(stderr, message)
    },
  }
}
