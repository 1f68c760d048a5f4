import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

export const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** How the osc under test is started: this repository's, built, or the program named by OSC_PROGRAM. */
export function program(): readonly string[] {
  const {OSC_PROGRAM} = process.env
  return OSC_PROGRAM ? [OSC_PROGRAM] : [process.execPath, join(repository, 'bin/osc.js')]
}
