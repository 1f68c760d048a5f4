import {Config} from '@oclif/core/config'
import {flush} from '@oclif/core/flush'
import type {Io} from '#line/make-runtime'

/** Runs a command of a plain oclif plugin (@oclif/plugin-plugins) with the configuration that oclif itself would load. */
export async function runForeign(id: string, argv: readonly string[], io: Io): Promise<number> {
  // A set that brings plugins along does not name oclif's own: those are the core's, and found from there.
  const ofCore = {core: ['@oclif/plugin-*'], path: io.coreRoot}
  const config = await Config.load({root: io.root, ...(io.root !== io.coreRoot && {pluginAdditions: ofCore})})
  await config.runCommand(id.replaceAll(' ', ':'), [...argv])
  await flush()
  return Number(process.exitCode ?? 0)
}
