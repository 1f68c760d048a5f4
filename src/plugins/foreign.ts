import {Config} from '@oclif/core/config'
import {flush} from '@oclif/core/flush'
import {OscError} from '#errors'
import type {Io} from '#line/make-runtime'

/** Runs a command of a plain oclif plugin (@oclif/plugin-plugins) with the configuration that oclif itself would load. */
export async function runForeign(id: string, argv: readonly string[], io: Io): Promise<number> {
  // A set that brings plugins along does not name oclif's own: those are the core's, and found from there.
  const ofCore = {core: ['@oclif/plugin-*'], path: io.coreRoot}
  const config = await Config.load({root: io.root, ...(io.root !== io.coreRoot && {pluginAdditions: ofCore})})
  try {
    await config.runCommand(id.replaceAll(' ', ':'), [...argv])
  } catch (error) {
    // What oclif's commands say of wrong input is no fault of ours.
    if (error instanceof Error && 'oclif' in error) throw new OscError(error.message, {cause: error})
    throw error
  }
  await flush()
  return Number(process.exitCode ?? 0)
}
