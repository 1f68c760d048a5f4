import {type ChildProcess, spawn} from 'node:child_process'
import {closeSync} from 'node:fs'
import {join} from 'node:path'
import {asObject, asText, childEnvironment, makeFolder, OscError, type Runtime} from '@osc-cli/core'
import {openRegular} from '@osc-cli/core/sandbox'
import {requireRunning} from '#control-client'
import {placeOf} from '#place'
import type {RunFile} from '#run-file'

/**
 * Starts osc again as a process of its own that runs the sandbox, and waits until it answers. Its output goes to the log;
 * the reason why it cannot start is the error here. A process that cannot be reached does not stay behind.
 */
export async function startInBackground(runtime: Runtime, flags: readonly string[]): Promise<RunFile> {
  const child = start(runtime, flags)
  try {
    await isReady(child, placeOf(runtime).log)
    return (await requireRunning(runtime)).run
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  } finally {
    child.removeAllListeners()
    if (child.connected) child.disconnect()
    child.unref()
  }
}

function start(runtime: Runtime, flags: readonly string[]): ChildProcess {
  const {folder, log} = placeOf(runtime)
  makeFolder(folder, 0o700)
  const output = openRegular(log, 'replace', 0o600)
  const osc = join(runtime.root, 'bin', 'osc.js')
  const options = ['--disable-warning=ExperimentalWarning', osc, 'sandbox', 'start', '--foreground', ...flags]
  try {
    return spawn(process.execPath, options, {
      detached: true,
      // The sandbox uses no settings of clouds, and would keep their passwords for days.
      env: childEnvironment(runtime.env),
      cwd: runtime.cwd,
      stdio: ['ignore', output, output, 'ipc'],
    })
  } finally {
    closeSync(output)
  }
}

function isReady(child: ChildProcess, log: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (message: string, details = {}) =>
      reject(new OscError(message, {code: 'SandboxNotStarted', hint: `See ${log}.`, ...details}))
    child.once('error', (error) => fail(`The sandbox cannot be started: ${error.message}.`, {cause: error}))
    child.once('exit', (status) => fail(`The sandbox process exited with code ${status} before it was ready.`))
    child.on('message', (message) => {
      const {error, hint, code} = asObject(message)
      if (error === undefined) return resolve()
      const reported = Object.entries({hint: asText(hint), code: asText(code)}).filter(([, text]) => text !== undefined)
      fail(asText(error) ?? 'The sandbox cannot be started.', Object.fromEntries(reported))
    })
  })
}
