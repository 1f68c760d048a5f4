import type {CommandFacts} from '#help/facts'
import {optionNamed, optionNames} from '#line/option-names'
import {splitLine} from '#line/split'
import {shellWord} from '#text/shell-word'

/** A line of input taken apart for messages, secrets masked by the caller. */
export interface LineParts {
  /** Without osc and without --os-cloud, for the shell. */
  line: string
  /** The value of --os-cloud. */
  cloud: string | undefined
  noun: string | undefined
  /** The first argument, where it is certain to be one. */
  name: string | undefined
}

export function lineParts(
  argv: readonly string[],
  command: string | undefined,
  flags: CommandFacts['flags'] = {},
): LineParts {
  const words = command?.split(' ') ?? []
  const {rest, cloud} = takeCloud(argv)
  const name = firstArgument(rest, words.at(-1) ?? '', flags)
  return {cloud, line: rest.map(shellWord).join(' '), noun: words.slice(0, -1).join(' ') || undefined, name}
}

function firstArgument(line: readonly string[], verb: string, flags: CommandFacts['flags']): string | undefined {
  const rest = withoutGlobals(line, flags)
  const behind = rest.indexOf(verb)
  if (behind < 0) return undefined
  return rest.find((word, at) => at > behind && !word.startsWith('-') && !mayBeValue(rest[at - 1] ?? '', flags))
}

/** The line as it is where its global options make no sense: it is the line that failed. */
function withoutGlobals(line: readonly string[], flags: CommandFacts['flags']): readonly string[] {
  try {
    return splitLine(line, (option) => flagOf(option, flags) !== undefined).rest
  } catch {
    return line
  }
}

/** Whether the word behind this one may belong to it; an option that the command does not declare may have a value. */
const mayBeValue = (before: string, flags: CommandFacts['flags']): boolean =>
  before.startsWith('-') && before !== '--' && !before.includes('=') && flagOf(before, flags)?.type !== 'boolean'

const flagOf = (option: string, flags: CommandFacts['flags']) => optionNamed(option, Object.values(flags), optionNames)

function takeCloud(argv: readonly string[]): {rest: string[]; cloud: string | undefined} {
  const rest: string[] = []
  let cloud: string | undefined
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? ''
    if (word === '--os-cloud') {
      at += 1
      cloud = argv[at]
    } else if (word.startsWith('--os-cloud=')) cloud = word.slice('--os-cloud='.length)
    else rest.push(word)
  }
  return {rest, cloud}
}
