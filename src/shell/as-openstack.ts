import {fstatSync} from 'node:fs'
import type {ProcessRuntime} from '#line/make-runtime'
import type {SplitLine} from '#line/split'
import {globalWords} from '#shell/global-words'
import {runPiped} from '#shell/piped'

/**
 * `openstack` without a command runs the lines of a pipe or file on stdin, and writes an empty line where they end. Returns
 * the status of the first that failed; undefined when there is no such stdin, or nothing in it.
 */
export async function runOnStdin(line: SplitLine, io: ProcessRuntime): Promise<number | undefined> {
  if (io.stdin().isTTY || isDevice()) return undefined
  const {lines, left, status} = await runPiped(io, {globals: globalWords(line), stops: false, jobs: 1})
  if (lines === 0) return undefined
  if (!left) await io.stdout.write('\n')
  return status
}

/** `/dev/null`, or nothing at all. */
function isDevice(): boolean {
  try {
    return fstatSync(0).isCharacterDevice()
  } catch {
    return true
  }
}
