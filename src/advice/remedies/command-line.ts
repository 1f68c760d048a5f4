import {shellWord} from '#advice/remedies/fill'
import {type CommandFacts, commandFacts} from '#help/facts'
import type {PluginIndex} from '#plugins/types'

/**
 * A command with `name` as its first argument, as it can be typed: in capitals what else it requires. Undefined where there is
 * no such command, or where it wants a name and none is known.
 */
export function commandLine(id: string, name: string | undefined, index: PluginIndex | undefined): string | undefined {
  const declared = index && commandOf(id, index)
  if (!declared) return undefined
  const [first, ...others] = Object.values(declared.args).filter(({required}) => required)
  if (first && name === undefined) return undefined
  const options = Object.values(declared.flags)
    .filter(({required}) => required)
    .map((flag) => `--${flag.name} ${flag.helpValue ?? capital(flag.name)}`)
  const words = first && name !== undefined ? [shellWord(name), ...others.map((arg) => capital(arg.name))] : []
  return [id, ...options, ...words].join(' ')
}

const capital = (name: string): string => name.toUpperCase().replaceAll('-', '_')

/** The manifest may be what is broken. */
export function commandOf(id: string, index: PluginIndex): CommandFacts | undefined {
  try {
    return commandFacts(id, index)?.command
  } catch {
    return undefined
  }
}
