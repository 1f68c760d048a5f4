import {spawn} from 'node:child_process'
import {closeSync, openSync} from 'node:fs'
import {join} from 'node:path'
import {asObject, asText, makeFolder, OscError, type Runtime} from '@osc-cli/core'
import {placeOf} from '#place'

/**
 * Starts osc again as a process of its own that runs the sandbox, and waits until that answers. What it prints goes to the
 * log; what it says when it cannot start is the error here.
 */
export async function startInBackground(runtime: Runtime, flags: readonly string[]): Promise<void> {
  const {folder, log} = placeOf(runtime)
  makeFolder(folder, 0o700)
  const output = openSync(log, 'w', 0o600)
  const osc = join(runtime.root, 'bin', 'osc.js')
  const options = ['--disable-warning=ExperimentalWarning', osc, 'sandbox', 'start', '--foreground', ...flags]
  const child = spawn(process.execPath, options, {
    detached: true,
    env: {...runtime.env},
    cwd: runtime.cwd,
    stdio: ['ignore', output, output, 'ipc'],
  })
  closeSync(output)
  await new Promise<void>((resolve, reject) => {
    const fail = (message: string, details = {}) =>
      reject(new OscError(message, {code: 'SandboxNotStarted', hint: `See ${log}.`, ...details}))
    child.once('error', (error) => fail(`The sandbox cannot be started: ${error.message}.`, {cause: error}))
    child.once('exit', (status) => fail(`The sandbox ended at once, with status ${status}.`))
    child.on('message', (message) => {
      const {error, hint, code} = asObject(message)
      if (error === undefined) return resolve()
      const told = Object.entries({hint: asText(hint), code: asText(code)}).filter(([, text]) => text !== undefined)
      fail(asText(error) ?? 'The sandbox cannot be started.', Object.fromEntries(told))
    })
  })
  child.removeAllListeners()
  child.disconnect()
  child.unref()
}
