import assert from 'node:assert/strict'
import type {Result} from '../../support/run.ts'

/** What a command printed that must succeed. */
export async function ok(running: Promise<Result>): Promise<string> {
  const {status, stdout, stderr} = await running
  assert.equal(status, 0, stderr)
  return stdout.trim()
}

/** What a command said on stderr that must end with this status. */
export async function fails(status: number, running: Promise<Result>): Promise<string> {
  const result = await running
  assert.equal(result.status, status, `${result.stdout}\n${result.stderr}`)
  return result.stderr
}
