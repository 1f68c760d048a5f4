import {Config} from '@oclif/core/config'
import {flush} from '@oclif/core/flush'
import type {Io} from '#line/make-runtime'

/** Runs a command of a plain oclif plugin (@oclif/plugin-plugins) with the configuration that oclif itself would load. */
export async function runForeign(id: string, argv: readonly string[], io: Io): Promise<number> {
  const config = await Config.load({root: io.root})
  await config.runCommand(id.replaceAll(' ', ':'), [...argv])
  await flush()
  return Number(process.exitCode ?? 0)
}
