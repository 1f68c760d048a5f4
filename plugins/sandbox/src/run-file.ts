import {rmSync} from 'node:fs'
import {asObject, asText, decodeJson} from '@osc-cli/core'
import {isRunning, type ProcessIdentity, readRegular} from '@osc-cli/core/sandbox'
import {writePrivateFile} from '#private-file'

/** What commands need to reach a running sandbox: its process, its address, and the key for its control routes. */
export interface RunFile extends ProcessIdentity {
  url: string
  key: string
  state: string
  log: string
  startedAt: string
}

export const writeRunFile = (file: string, run: RunFile): void => writePrivateFile(file, JSON.stringify(run))

/** Undefined when no sandbox runs: there is no valid file, or its process has ended. */
export function readRunFile(file: string): RunFile | undefined {
  try {
    const run = asObject(decodeJson(readRegular(file)))
    const text = (key: string) => asText(run[key]) ?? ''
    const [url, key, state] = [text('url'), text('key'), text('state')]
    const identity = {pid: Number(run.pid), started: text('started')}
    // After kill -9 another program may have the port; it must not get the key.
    if (!url || !key || !isRunning(identity)) return undefined
    return {...identity, url, key, state, log: text('log'), startedAt: text('startedAt')}
  } catch {
    return undefined
  }
}

/** Removes the file when it is still that run's. */
export function removeRunFile(file: string, {key}: Pick<RunFile, 'key'>): void {
  if (readRunFile(file)?.key === key) rmSync(file, {force: true})
}
