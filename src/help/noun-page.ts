import {provenance} from '#help/availability'
import type {NounHelp, PluginHelp} from '#help/declare'
import {firstLine} from '#help/first-line'
import {absence, commandsOf, entryOf, isAbsent} from '#help/owned-commands'
import {type Page, type Section, told} from '#help/page'
import type {View} from '#help/view'
import type {PluginIndex} from '#plugins/types'

/** A noun: its verbs, what is known of its states, and which verbs go with each. */
export function nounPage(words: readonly string[], index: PluginIndex, help: PluginHelp | undefined, view: View): Page {
  const noun = words.join(' ')
  const commands = commandsOf(noun, index)
  const [absent] = commands.every(isAbsent(view)) ? commands.map((one) => absence(one, view)) : []
  return {
    title: noun,
    intro: [help?.nouns?.[noun]?.about ?? `Commands of ${noun}.`, ...(absent ? ['', `The service is ${absent}.`] : [])],
    sections: told([
      commandsSection(noun, index, view),
      ...stateSections(noun, help, view),
      {
        title: 'MORE',
        text: [
          `A command's own page: ${view.program} help <command>`,
          ...(view.context.access ? [`Context: ${firstLine(view.context, view.program)}`] : []),
        ],
      },
    ]),
  }
}

/** Its commands with what they do. */
export function commandsSection(noun: string, index: PluginIndex, view: View): Section {
  const commands = commandsOf(noun, index)
  const mixed = !commands.every(isAbsent(view))
  return {title: 'COMMANDS', pages: true, entries: commands.map((one) => entryOf(one, view, mixed))}
}

/** Its states, and which of it were seen of late. */
export function stateSections(noun: string, help: PluginHelp | undefined, view: View): Section[] {
  const verbs = new Set((help?.nouns?.[noun]?.states ?? []).flatMap((state) => state.verbs))
  const whole = [...verbs].filter((verb) => verb.includes(' '))
  return [
    {
      title: 'STATES, AND THE VERBS VALID IN EACH',
      entries: stateEntries(help?.nouns?.[noun]),
      ...(whole.length > 0 ? {whole} : {}),
    },
    {title: 'RECENTLY SEEN', text: recent(noun, view)},
  ]
}

const stateEntries = (noun: NounHelp | undefined): [string, string][] =>
  (noun?.states ?? []).map(({state, about, verbs}) => {
    const valid = verbs.length > 0 ? `Valid: ${verbs.join(', ')}.` : 'Wait: nothing is valid now.'
    return [state, about ? `${about} ${valid}` : valid]
  })

function recent(noun: string, {context}: View): string[] {
  const known = context.names[noun]
  if (!known || known.value.length === 0) return []
  const names = known.value.slice(0, 8).map(({name, status}) => (status ? `${name} (${status})` : name))
  const more = known.value.length > names.length ? `, and ${known.value.length - names.length} more` : ''
  return [`${names.join(', ')}${more} (${provenance(known, context)})`]
}
