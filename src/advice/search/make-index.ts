import {joinedStems, stems} from '#advice/search/stem'
import type {Field, SearchDocument, SearchIndex} from '#advice/search/types'
import type {ArgFacts, CommandFacts, FlagFacts} from '#help/facts'
import {OUTPUT_GROUP} from '#output/format-names'
import {sentences} from '#text/sentences'

/** The index of some documents. */
export function makeIndex(documents: readonly SearchDocument[]): SearchIndex {
  const found = new Map<string, number[]>()
  for (const [place, {fields}] of documents.entries()) {
    for (const [at, field] of fields.entries()) {
      for (const stem of new Set([...stems(`${field.name ?? ''} ${field.text}`), ...joinedStems(field.text)])) {
        const places = found.get(stem) ?? []
        places.push(place, at)
        found.set(stem, places)
      }
    }
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    documents: documents.map((document) => JSON.stringify(document)),
    stems: Object.fromEntries(sorted.map(([stem, places]) => [stem, places.join(' ')])),
  }
}

/** What can be found of commands. Options that every command has are a topic of their own. */
export const commandDocuments = (commands: Iterable<CommandFacts>): SearchDocument[] =>
  [...commands].filter(({hidden}) => !hidden).map(commandDocument)

function commandDocument(command: CommandFacts): SearchDocument {
  const flags = Object.values(command.flags).filter((flag) => !flag.hidden && flag.helpGroup !== OUTPUT_GROUP)
  const summary = command.summary ?? ''
  const description = command.description ?? ''
  return {
    kind: 'command',
    id: command.id,
    summary,
    fields: [
      {in: 'name', text: command.id},
      ...(command.aliases ?? []).map((alias): Field => ({in: 'alias', text: alias.replaceAll(':', ' ')})),
      {in: 'summary', text: summary},
      ...(description === '' ? [] : [{in: 'description', text: description} as const]),
      ...flags.map(optionField),
      ...Object.values(command.args).map(argumentField),
      ...(command.examples ?? []).map((example): Field => {
        return typeof example === 'string'
          ? {in: 'example', text: example}
          : {in: 'example', name: example.command, text: example.description}
      }),
    ],
  }
}

const withChoices = ({description, options}: FlagFacts | ArgFacts): string =>
  sentences(description, options && `One of ${options.join(', ')}.`)

const optionField = (flag: FlagFacts): Field => ({in: 'option', name: `--${flag.name}`, text: withChoices(flag)})

const argumentField = (arg: ArgFacts): Field => ({in: 'argument', name: `<${arg.name}>`, text: withChoices(arg)})
