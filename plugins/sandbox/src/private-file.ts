import {renameSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {makeFolder} from '@osc-cli/core'

/** Writes a file that only its owner may read, in one step: a reader sees the old text or the new one. */
export function writePrivateFile(file: string, text: string): void {
  makeFolder(dirname(file), 0o700)
  const draft = `${file}.${process.pid}.tmp`
  writeFileSync(draft, text, {mode: 0o600})
  renameSync(draft, file)
}
