import {join} from 'node:path'
import {fixedCore} from './fixed-core.ts'
import {makePlace, type Place, removePlace} from './place.ts'
import {program} from './program.ts'
import {type Result, type RunOptions, run} from './run.ts'

/** A place whose osc is the fixed core. */
export const makeFixedPlace = (): Place =>
  makePlace(process.env.OSC_PROGRAM ? program() : [process.execPath, join(fixedCore(), 'bin/osc.js')])

/** Runs the fixed core. */
export async function runFixed(argv: readonly string[], options: Omit<RunOptions, 'place'> = {}): Promise<Result> {
  const place = makeFixedPlace()
  try {
    return await run(argv, {...options, place})
  } finally {
    removePlace(place)
  }
}
