import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, it} from 'mocha'

/** A sandbox for the tests of a suite, with files to upload. */
export function story(files: Readonly<Record<string, string>>) {
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cloud.work, name), text)
  })
  after(() => cloud.close())
  // Commands that wait move the time of the sandbox instead.
  const clock = {
    now: () => cloud.sandbox.clock.now().getTime(),
    pause: async (seconds: number) => cloud.sandbox.clock.advance(seconds),
  }
  const run = (...argv: string[]) => cloud.run(argv, {clock})
  return {
    run,
    /** What a command prints that must succeed. */
    async ok(...argv: string[]): Promise<string> {
      const {status, stdout, stderr} = await run(...argv)
      assert.equal(status, 0, stderr)
      return stdout
    },
    /** The values of these columns, a line each. */
    async values(line: string, ...columns: string[]): Promise<string> {
      return await this.ok(...line.split(' '), '-f', 'value', ...columns.flatMap((column) => ['-c', column]))
    },
    /** A test for each line that must fail. */
    refuses(wrong: readonly (readonly [number, string[], RegExp])[]) {
      for (const [status, argv, message] of wrong)
        it(`${argv.join(' ') || 'nothing'} ends with ${status}`, async () => {
          const result = await run(...argv)
          assert.equal(result.status, status, result.stderr)
          assert.match(result.stderr, message)
        })
    },
    cloud: () => cloud,
  }
}
