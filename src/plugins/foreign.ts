import {Config} from '@oclif/core/config'
import {OscError} from '#errors'
import type {ProcessRuntime} from '#line/make-runtime'
import {exitOf} from '#line/oclif-exit'
import {HOOK_EVENTS} from '#plugins/types'

/** Runs a command of a plain oclif plugin (@oclif/plugin-plugins) with the configuration that oclif itself would load. */
export async function runForeign(id: string, argv: readonly string[], io: ProcessRuntime): Promise<number> {
  // A set that brings plugins along does not name oclif's own: those are the core's, and found from there.
  const ofCore = {core: ['@oclif/plugin-*'], path: io.coreRoot}
  const config = await Config.load({root: io.root, ...(io.root !== io.coreRoot && {pluginAdditions: ofCore})})
  keepHooksOff(config, config.findCommand(id.replaceAll(' ', ':'))?.pluginName)
  // In the shell an earlier line may have left its own.
  process.exitCode = undefined
  try {
    await config.runCommand(id.replaceAll(' ', ':'), [...argv])
  } catch (error) {
    const exit = exitOf(error)
    if (exit === undefined) throw new OscError(error instanceof Error ? error.message : String(error), {cause: error})
    process.exitCode = exit
  }
  return Number(process.exitCode ?? 0)
}

/** What others would do around a command must not be in the way of removing them. */
function keepHooksOff(config: Config, owner: string | undefined): void {
  for (const plugin of config.getPluginsList())
    if (plugin.name !== owner) for (const event of HOOK_EVENTS) delete plugin.hooks[event]
}
