import {spawn} from 'node:child_process'
import type {OscError} from '#errors'
import type {ProcessRuntime} from '#line/make-runtime'
import {installPlugins} from '#plugins/installing/install'
import type {IndexedPlugin} from '#plugins/types'
import {confirm} from '#terminal/confirm'

/** On a terminal: says what is missing, offers to install it, and then runs the line again. The status of `missing` after a no. */
export async function installAndRun(
  plugin: IndexedPlugin,
  argv: readonly string[],
  missing: OscError,
  io: ProcessRuntime,
): Promise<number> {
  await io.stderr.write(`${missing.message}\n${missing.hint}\n`)
  if (!(await confirm(`Install ${plugin.name} now and run the command?`, io))) return missing.exitCode
  await installPlugins([plugin.name], {}, io)
  return await again(argv)
}

/** A process of its own: this one has the old index. */
function again(argv: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [process.argv[1] ?? '', ...argv], {stdio: 'inherit'})
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve(status ?? 1))
  })
}
