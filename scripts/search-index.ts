import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {commandDocuments, makeIndex} from '../src/advice/search/make-index.ts'
import {pageDocuments, topicDocuments} from '../src/advice/search/topics.ts'
import type {SearchDocument} from '../src/advice/search/types.ts'
import type {PluginHelp} from '../src/help/declare.ts'
import type {CommandFacts} from '../src/help/facts.ts'

/** Writes a package's dist/search.json from its manifest and its help; the core's has the topics too. */
export async function writeSearchIndex(folder: string, {withTopics}: {withTopics: boolean}): Promise<void> {
  const {commands} = JSON.parse(readFileSync(join(folder, 'oclif.manifest.json'), 'utf8')) as {
    commands: Record<string, CommandFacts>
  }
  const facts = Object.values(commands).map((command) => ({...command, id: command.id.replaceAll(':', ' ')}))
  const index = makeIndex([...commandDocuments(facts), ...(withTopics ? topicDocuments() : await pagesOf(folder))])
  mkdirSync(join(folder, 'dist'), {recursive: true})
  writeFileSync(join(folder, 'dist/search.json'), `${JSON.stringify(index)}\n`)
}

/** The page of a plugin, as `osc help NAMESPACE` prints it. */
async function pagesOf(folder: string): Promise<SearchDocument[]> {
  const {osc = {}} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {osc?: PluginFacts}
  const [namespace] = osc.namespaces ?? []
  if (namespace === undefined || osc.help === undefined) return []
  const {default: help} = (await import(pathToFileURL(join(folder, osc.help)).href)) as {default: PluginHelp}
  return pageDocuments(namespace, help)
}

interface PluginFacts {
  namespaces?: string[]
  help?: string
}
