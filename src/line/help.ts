import {NotFoundError} from '#errors'
import {commandPage} from '#help/command-page'
import {commandFacts} from '#help/facts'
import {helpWidth} from '#help/layout'
import {exitCodesPage, optionsPage} from '#help/reference-pages'
import {nounPage, rootPage} from '#help/topic-pages'
import type {Sink} from '#output/types'
import type {PluginIndex} from '#plugins/types'

/** Where help goes, and by which name osc was called. */
export interface Reader {
  stdout: Sink
  program: string
}

export async function showHelp(id: string, reader: Reader, index: PluginIndex): Promise<number> {
  const facts = commandFacts(id, index)
  if (!facts) throw new NotFoundError(`Command '${id}' has no help: its plugin's manifest does not list it.`)
  const page = commandPage(facts.command, facts.plugin, reader.program, helpWidth(reader.stdout.width))
  return await print(page, reader)
}

/** Help on nothing, a topic, a noun or a namespace. */
export async function showTopic(words: readonly string[], reader: Reader, index: PluginIndex): Promise<number> {
  const width = helpWidth(reader.stdout.width)
  const [topic] = words
  if (topic === undefined) return await print(rootPage(index, reader.program, width), reader)
  if (topic === 'options') return await print(optionsPage(width), reader)
  if (topic === 'exit-codes') return await print(exitCodesPage(width), reader)
  return await print(nounPage(words, index, reader.program, width), reader)
}

async function print(lines: readonly string[], {stdout}: Reader): Promise<number> {
  await stdout.write(`${lines.join('\n')}\n`)
  return 0
}
