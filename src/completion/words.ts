import {type CommandFacts, factsOf} from '#help/facts'
import {optionNames} from '#line/option-names'
import {visibleIn} from '#plugins/names'
import type {PluginIndex} from '#plugins/types'

/** What may follow the words so far: `stack` is followed by `list`, `show`, ...; `stack list` by its options. */
export type CompletionTable = ReadonlyMap<string, readonly string[]>

/** Every beginning of a command line with what may follow; the empty text is the line's start. */
export function completionTable(index: PluginIndex): CompletionTable {
  const table = new Map<string, Set<string>>()
  const add = (words: readonly string[], next: string) => {
    const key = words.join(' ')
    const known = table.get(key) ?? new Set()
    table.set(key, known.add(next))
  }
  const isVisible = visibleIn(index)
  for (const command of index.plugins.flatMap((plugin) => [...factsOf(plugin).values()])) {
    if (!isVisible(command.id)) continue
    const words = command.id.split(' ')
    for (const [i, word] of words.entries()) add(words.slice(0, i), word)
    for (const option of optionsOf(command)) add(words, option)
  }
  return new Map([...table].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, next]) => [key, [...next].sort()]))
}

function optionsOf(command: CommandFacts): string[] {
  return Object.values(command.flags)
    .filter((flag) => !flag.hidden)
    .flatMap(optionNames)
}
