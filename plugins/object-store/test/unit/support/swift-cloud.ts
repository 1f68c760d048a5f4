import assert from 'node:assert/strict'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'

/** osc on a sandbox with Swift, for the tests of the surrounding `describe`. */
export function swiftCloud() {
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
  })
  after(() => cloud.close())
  const ok = async (...argv: string[]): Promise<string> => {
    const {status, stdout, stderr} = await cloud.osc(...argv)
    assert.equal(status, 0, `${argv.join(' ')}: ${stderr}`)
    return stdout
  }
  return {
    cloud: () => cloud,
    ok,
    json: async (...argv: string[]) => JSON.parse(await ok(...argv, '-f', 'json')),
    /** The names that a list prints. */
    names: async (...argv: string[]) =>
      (await ok(...argv, '-f', 'value', '-c', 'Name')).split('\n').filter((name) => name !== ''),
    fails: async (exitCode: number, ...argv: string[]): Promise<string> => {
      const {status, stderr} = await cloud.osc(...argv)
      assert.equal(status, exitCode, `${argv.join(' ')}: ${stderr}`)
      return stderr
    },
  }
}
