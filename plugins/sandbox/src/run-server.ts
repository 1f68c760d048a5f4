import {randomBytes} from 'node:crypto'
import {once} from 'node:events'
import {makeFolder, type Runtime} from '@osc-cli/core'
import {processIdentity, type Sandbox, type SandboxOptions} from '@osc-cli/core/sandbox'
import {removeCloudsFile, writeCloudsFile} from '#clouds-file'
import {placeOf} from '#place'
import {type RunFile, removeRunFile, writeRunFile} from '#run-file'
import {createControl} from '#server/control'
import {startSandbox} from '#server/sandbox'
import {pluginServices} from '#services'

export type ServerOptions = Pick<SandboxOptions, 'port' | 'fresh' | 'latency' | 'fail'> & {state: string}

/**
 * Runs the sandbox in this process until it is stopped, by `osc sandbox stop` or Ctrl-C. `ready` is called when it answers
 * and clouds.yaml describes it. Both files are removed when it ends; after SIGTERM they stay, and nobody uses them.
 */
export async function runServer(
  runtime: Runtime,
  options: ServerOptions,
  ready: (run: RunFile) => Promise<void> | void,
): Promise<void> {
  const place = placeOf(runtime)
  makeFolder(place.folder, 0o700)
  // The system ends the process itself, also while a handler keeps it busy: answered writes are on disk already.
  process.removeAllListeners('SIGTERM')
  const key = randomBytes(24).toString('base64url')
  const stop = new AbortController()
  let sandbox: Sandbox | undefined
  const describeClouds = () => {
    if (sandbox) writeCloudsFile(place.clouds, sandbox.cloud)
  }
  const control = createControl({key, sandbox: () => sandbox, stop: () => stop.abort(), onReplaced: describeClouds})
  const log = (line: string) => void runtime.stdout.write(`${new Date().toISOString()} ${line}\n`).catch(() => {})
  sandbox = await startSandbox({...options, services: await pluginServices(runtime), control, log})
  const run = {
    ...(processIdentity(process.pid) ?? {pid: process.pid, started: ''}),
    url: sandbox.url,
    key,
    state: options.state,
    log: place.log,
    startedAt: new Date().toISOString(),
  }
  try {
    describeClouds()
    writeRunFile(place.run, run)
    await ready(run)
    await ended([stop.signal, runtime.signal])
  } finally {
    await sandbox.close()
    removeCloudsFile(place.clouds)
    removeRunFile(place.run, run)
  }
}

async function ended(signals: readonly AbortSignal[]): Promise<void> {
  const any = AbortSignal.any([...signals])
  if (!any.aborted) await once(any, 'abort')
}
