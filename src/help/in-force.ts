import {isSecretKey} from '#cloud/config/secret-keys'
import type {FlagFacts} from '#help/facts'
import {optionNamed, optionNames} from '#line/option-names'

/** What decides the value of an option: the line that asks for help, and the environment. */
export interface LineAndEnv {
  line: readonly string[]
  env: Readonly<Record<string, string | undefined>>
}

/**
 * The value of a command's option in force with its source, for its meaning: what the line gives, else its variable, else
 * its default. Nothing where nobody set it.
 */
export function inForceNote(flag: FlagFacts, all: readonly FlagFacts[], {line, env}: LineAndEnv): string[] {
  const given = givenValue(flag, all, line)
  if (given !== undefined) return [`Current value: ${shown(flag, given)} (--${flag.name}).`]
  const variable = flag.env === undefined ? undefined : env[flag.env]
  if (variable) return [`Current value: ${shown(flag, variable)} (${flag.env}).`]
  return defaultNote(flag)
}

/** A default that people can read, that says something, and that the description does not name. */
export function defaultNote({default: value, description = ''}: Pick<FlagFacts, 'default' | 'description'>): string[] {
  const plain = typeof value === 'string' || typeof value === 'number'
  return plain && value !== '' && !description.includes('default') ? [`Default: ${value}.`] : []
}

const shown = ({name, type}: FlagFacts, value: string): string =>
  isSecretKey(name.replaceAll('-', '_'))
    ? '(secret)'
    : type === 'boolean'
      ? /^(?:0|false|no)$/i.test(value)
        ? 'off'
        : 'on'
      : value

/** The last value that the line gives, of several all of them; a line that is not right gives what can be read of it. */
function givenValue(flag: FlagFacts, all: readonly FlagFacts[], line: readonly string[]): string | undefined {
  const values: string[] = []
  for (const [at, word] of line.entries()) {
    if (word === '--') break
    const [name = word, ...more] = word.startsWith('--') ? word.split('=') : [word]
    if (optionNamed(name, all, optionNames) !== flag) continue
    if (flag.type === 'boolean') values.push(name.startsWith('--no-') && flag.allowNo ? 'no' : 'yes')
    else values.push(more.length > 0 ? more.join('=') : (line[at + 1] ?? ''))
  }
  return flag.multiple && values.length > 0 ? values.join(', ') : values.at(-1)
}
