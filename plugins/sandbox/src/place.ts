import {join} from 'node:path'
import type {Runtime} from '@osc-cli/core'

/** The files of the sandbox, in osc's data directory. One sandbox runs in it at a time. */
export interface Place {
  folder: string
  /** The default state. */
  state: string
  /** The running sandbox, see `run-file.ts`. */
  run: string
  log: string
  snapshots: string
  /** Where the core looks for clouds that osc itself created. */
  clouds: string
}

export function placeOf({dataDir}: Pick<Runtime, 'dataDir'>): Place {
  const folder = join(dataDir, 'sandbox')
  return {
    folder,
    state: join(folder, 'state.sqlite'),
    run: join(folder, 'run.json'),
    log: join(folder, 'sandbox.log'),
    snapshots: join(folder, 'snapshots'),
    clouds: join(dataDir, 'clouds.yaml'),
  }
}
