import {type CommandFacts, commandFacts} from '#help/facts'
import type {PluginIndex} from '#plugins/types'
import {shellWord} from '#text/shell-word'

/** The line of a command by its words; undefined where there is no such command, or no line for it. */
export function commandLine(id: string, name: string | undefined, index: PluginIndex | undefined): string | undefined {
  const declared = index && commandOf(id, index)
  return declared && lineOf(declared, name)
}

/**
 * A command with `name` as its first argument, as it can be run. Undefined where it wants a name and none is known, where it
 * requires more than that, or where the caller must choose between options.
 */
export function lineOf({id, args, flags}: CommandFacts, name: string | undefined): string | undefined {
  // What shows something by default shows it by its name, too: `cloud show`.
  const [first, ...others] = Object.values(args).filter(({required}) => required || id.endsWith('show'))
  const requiresMore = others.length > 0 || Object.values(flags).some(({required}) => required)
  if ((first && name === undefined) || requiresMore || needsChoice(flags)) return undefined
  return [id.replaceAll(':', ' '), ...(first && name !== undefined ? [shellWord(name)] : [])].join(' ')
}

/** Whether one of several options must be given, which osc cannot choose. */
export const needsChoice = (flags: CommandFacts['flags']): boolean =>
  Object.values(flags).some(({exactlyOne, atLeastOne}) => exactlyOne?.length || atLeastOne?.length)

/** The manifest may be what is broken. */
export function commandOf(id: string, index: PluginIndex): CommandFacts | undefined {
  try {
    return commandFacts(id, index)?.command
  } catch {
    return undefined
  }
}
