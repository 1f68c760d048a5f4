import {absentIn} from '#advice/suggest/absent'
import {correctLine} from '#advice/suggest/correct'
import {suggest} from '#advice/suggest/lines'
import {shellQuote} from '#advice/suggest/quote'
import {UnknownCommandError, UsageError} from '#errors'
import type {ProcessRuntime} from '#line/make-runtime'
import {leadingWords, type Word} from '#line/words'
import {withKnown} from '#plugins/known'
import type {PluginIndex} from '#plugins/types'

/** The error for a line that begins with an option nobody knows. */
export function unknownGlobalOption(
  argv: readonly string[],
  rest: readonly string[],
  index: PluginIndex,
  program: string,
): UsageError {
  const option = rest.find((word) => word.startsWith('-')) ?? ''
  const {lines} = suggest(argv, [], index, program)
  const typed = [program, ...argv].map(shellQuote).join(' ')
  const others = lines.filter((line) => line !== typed)
  return new UsageError(`Unknown global option ${option.split('=', 1)[0]}.`, {
    hint: others.length > 0 ? didYouMean(others) : `See ${program} help options.`,
  })
}

/** Words that are abbreviations of more than one command: the same line with each. */
export function severalCommands(
  argv: readonly string[],
  words: readonly Word[],
  ids: readonly string[],
  program: string,
): UnknownCommandError {
  const typed = words.map(({text}) => text)
  const lines = ids.map((id) => {
    const used = words.slice(0, id.split(' ').length).map(({at}) => at)
    return correctLine({argv, used, id, facts: undefined}, program)
  })
  return new UnknownCommandError(`'${typed.join(' ')}' is ambiguous. It matches:\n${indented(lines)}`, {
    hint: 'Use the full command.',
  })
}

/** The error for a line that names no command, with the lines that may have been meant. */
export function unknownCommand(
  words: readonly string[],
  index: PluginIndex,
  {program, coreRoot}: Pick<ProcessRuntime, 'program' | 'coreRoot'>,
  argv: readonly string[] = words,
): UnknownCommandError {
  // Also commands of plugins that are not installed: their line says what installs them.
  const known = withKnown(coreRoot, index)
  const message = `'${words.join(' ')}' is not an ${program} command.`
  const other =
    words.length === 1 && Object.hasOwn(OF_OTHER_TOOLS, words[0] ?? '') ? OF_OTHER_TOOLS[words[0] ?? ''] : undefined
  if (other) return new UnknownCommandError(message, {hint: didYouMean(other.map((line) => `${program} ${line}`))})
  const elsewhere = absentIn(words, Object.keys(known.commands))
  if (elsewhere !== undefined) {
    const hint = `No installed or known plugin provides '${elsewhere}'. To call the API directly: ${program} help api`
    return new UnknownCommandError(message, {hint})
  }
  const {lines, absent, noun} = suggest(argv, leadingWords(argv), known, program)
  const broken = index.broken.map(({name, reason}) => `Plugin ${name} could not be read: ${reason}`)
  const see = noun === undefined ? `See ${program} command list for all commands.` : `See ${program} help ${noun}`
  const unserved = absent.map((id) => `No installed or known plugin provides '${id}'.`)
  const hints = lines.length > 0 ? [didYouMean(lines), ...unserved, ...broken] : [...broken, see]
  return new UnknownCommandError(message, {hint: hints.join('\n')})
}

const SET_UP = ['help clouds', 'configuration show']

/** What other command lines call the first steps, which no command of osc resembles. */
const OF_OTHER_TOOLS: Readonly<Record<string, readonly string[]>> = {
  config: SET_UP,
  configure: SET_UP,
  init: SET_UP,
  setup: SET_UP,
  login: ['help auth', 'whoami'],
  ls: ['command list'],
  status: ['whoami', 'doctor'],
}

const didYouMean = (lines: readonly string[]) => `Did you mean:\n${indented(lines)}`

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`).join('\n')
