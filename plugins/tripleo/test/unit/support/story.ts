import assert from 'node:assert/strict'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {startSwift} from './swift.ts'

/** A sandbox with a Swift for the tests of a suite, and files where commands run. */
export function story(files: Readonly<Record<string, string>> = {}) {
  let cloud: TestCloud
  let swift: Awaited<ReturnType<typeof startSwift>>
  before(async () => {
    cloud = await startTestCloud()
    swift = await startSwift()
    addSwift(join(dirname(cloud.work), 'clouds.yaml'), swift.url)
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cloud.work, name)), {recursive: true})
      writeFileSync(join(cloud.work, name), text)
    }
  })
  after(async () => {
    await cloud.close()
    await swift.close()
  })
  const run = (line: string) => cloud.osc(...line.split(' '))
  return {
    run,
    swift: () => swift,
    path: (name: string) => join(cloud.work, name),
    /** What a command prints that must succeed. */
    async ok(line: string): Promise<string> {
      const {status, stdout, stderr} = await run(line)
      assert.equal(status, 0, stderr)
      return stdout
    },
    /** A test for each line that must fail: its exit status and what its error says. */
    refuses(lines: readonly (readonly [line: string, status: number, message: RegExp])[]) {
      for (const [line, status, message] of lines)
        it(`${line} ends with ${status}`, async () => {
          const result = await run(line)
          assert.equal(result.status, status, result.stdout + result.stderr)
          assert.match(result.stderr, message)
        })
    },
  }
}

function addSwift(cloudsFile: string, url: string): void {
  const clouds = readFileSync(cloudsFile, 'utf8')
  writeFileSync(cloudsFile, clouds.replace(/^ {4}auth:/gm, `    object_store_endpoint_override: ${url}\n$&`))
}
