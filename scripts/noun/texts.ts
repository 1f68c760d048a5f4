import {plural} from '#text/plural'
import type {ReferenceCommand, ReferenceOption} from '../../test/reference/read.ts'
import {key, quote} from './names.ts'
import type {Parent, Style} from './style.ts'

const SUMMARIES: Readonly<Record<string, (noun: string) => string>> = {
  list: (noun) => `List ${plural(noun)}`,
  show: (noun) => `Show ${article(noun)}`,
  create: (noun) => `Create ${article(noun)}`,
  set: (noun) => `Change ${article(noun)}`,
  unset: (noun) => `Remove properties from ${article(noun)}`,
  delete: (noun) => `Delete ${plural(noun)}`,
}

/** Verbs whose texts are those of any noun. The texts of others are left empty for the author, and the lint names them. */
export const summaryOf = (verb: string, noun: string): string => SUMMARIES[verb]?.(noun) ?? ''

const article = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`

/** Whether verbs of this kind usually require more than the role `reader`. */
export const roleOf = (verb: string): string => (verb === 'list' || verb === 'show' ? 'reader' : 'member')

/** The source of a command's `args`. */
export const argsOf = ({positionals, name}: ReferenceCommand, noun: string, style: Style | undefined): string[] => {
  const parents = style?.parents ?? []
  const verb = name.slice(noun.length + 1)
  return positionals.map(({name: argument, nargs, choices}, at) => {
    const many = nargs === '+' || nargs === '*'
    const parent = parents[at]
    const text = parent
      ? `${capital(parent.noun)} (name or ID)`
      : at === parents.length
        ? ownText(verb, noun, many, style?.by === 'id' ? 'ID' : 'name or ID')
        : ''
    const properties = [
      `description: ${quote(text)}`,
      `required: ${nargs !== '?' && nargs !== '*'}`,
      ...(many ? ['multiple: true'] : []),
      ...(choices ? [`options: [${choices.map((choice) => quote(String(choice))).join(', ')}]`] : []),
    ]
    return `${key(argument)}: Args.string({${properties.join(', ')}}),`
  })
}

function ownText(verb: string, noun: string, many: boolean, by: string): string {
  if (verb === 'create') return `Name of the new ${noun}`
  const word = {show: 'show', delete: 'delete', set: 'change', unset: 'change'}[verb]
  if (word === undefined) return ''
  return `${capital(many ? plural(noun) : noun)} to ${word} (${many ? by.replace('name', 'names').replace('ID', 'IDs') : by})`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The words of a line that runs the command: its example, and a step of the noun's test. */
export function lineOf(command: ReferenceCommand, noun: string, style: Style | undefined): string[] {
  const name = `${noun.split(' ').at(-1)}1`
  const parents = (style?.parents ?? []).map(parentName)
  const words = command.positionals
    .filter(({nargs}) => nargs !== '?' && nargs !== '*')
    .map((positional, at) => [...parents, name][at] ?? positional.name)
  const required = requiredOptions(command).flatMap(({flags, valueType, choices, metavar = ''}) => {
    const option = flags.find((flag) => flag.startsWith('--')) ?? ''
    const text = option === '--name' ? name : /key=value/i.test(metavar) ? 'key=value' : option.slice(2)
    return [option, String(choices?.[0] ?? (valueType === 'int' ? 1 : text))]
  })
  return [...command.name.split(' '), ...required, ...words]
}

/** The parent's name in examples: `zone1`. */
export const parentName = ({noun}: Parent): string => `${noun.split(' ').at(-1)}1`

/** Required options, and the first one of each group of which one is required. */
const requiredOptions = ({options, mutuallyExclusiveGroups = []}: ReferenceCommand): ReferenceOption[] => [
  ...options.filter(({required}) => required),
  ...mutuallyExclusiveGroups
    .filter(({required}) => required)
    .flatMap(({id}) => options.find(({mutuallyExclusiveGroup: group}) => group === id) ?? []),
]
