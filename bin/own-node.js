// Plain syntax only: an old Node runs this.
import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {constants} from 'node:os'
import {dirname, join} from 'node:path'

/** The Node.js that is installed beside osc or above it, as in a checkout of the repository; undefined where there is none. */
export function ownNode(folder) {
  const node = join(folder, 'node_modules', 'node', 'bin', 'node')
  // The same one again would start itself for ever.
  if (existsSync(node)) return node === process.execPath ? undefined : node
  return dirname(folder) === folder ? undefined : ownNode(dirname(folder))
}

/** Runs this program again with another Node.js, and ends as it does. */
export async function runWith(node) {
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], {stdio: 'inherit'})
  // Ctrl-C reaches the child from the terminal; it decides when to end.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  await new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${node} cannot be started: ${error.message}\n`)
      process.exitCode = 1
      resolve()
    })
    child.once('exit', (status, signal) => {
      process.exitCode = status === null ? 128 + constants.signals[signal] : status
      resolve()
    })
  })
}
