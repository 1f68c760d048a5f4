import {readFileSync, rmSync} from 'node:fs'
import {asObject, asText, decodeJson} from '@osc-cli/core'
import {writePrivateFile} from '#private-file'

/** What a running sandbox tells the commands that come after: where it is, and the key that lets them steer it. */
export interface RunFile {
  pid: number
  url: string
  key: string
  state: string
  log: string
  startedAt: string
}

export const writeRunFile = (file: string, run: RunFile): void => writePrivateFile(file, JSON.stringify(run))

/** Undefined when there is none, or none that can be read. */
export function readRunFile(file: string): RunFile | undefined {
  try {
    const run = asObject(decodeJson(readFileSync(file, 'utf8')))
    const text = (key: string) => asText(run[key]) ?? ''
    const [url, key, state] = [text('url'), text('key'), text('state')]
    if (!url || !key) return undefined
    return {pid: Number(run.pid), url, key, state, log: text('log'), startedAt: text('startedAt')}
  } catch {
    return undefined
  }
}

/** Removes the file when it is still that run's. */
export function removeRunFile(file: string, {key}: Pick<RunFile, 'key'>): void {
  if (readRunFile(file)?.key === key) rmSync(file, {force: true})
}
