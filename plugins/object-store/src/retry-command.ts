import {type CommandContext, shellWord} from '@osc-cli/core'

/** Maximum number of failures that a command line names one by one. */
export const FEW = 20

/** A command line for a shell, for the cloud of this one. */
export function commandLine({runtime}: Pick<CommandContext, 'runtime'>, words: readonly string[]): string {
  const {program, options} = runtime
  const cloud = typeof options.cloud === 'string' ? ['--os-cloud', options.cloud] : []
  return [program, ...cloud, ...words].map(shellWord).join(' ')
}
