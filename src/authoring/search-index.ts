import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {encodeIndex} from '#advice/search/index-file'
import {commandDocuments, makeIndex} from '#advice/search/make-index'
import {pageDocuments, topicDocuments} from '#advice/search/topics'
import type {SearchDocument} from '#advice/search/types'
import {importFile} from '#authoring/manifest'
import type {PluginHelp} from '#help/declare'
import type {CommandFacts} from '#help/facts'

/** Writes a package's dist/search.jsonl from its manifest and its help; the core's has the topics too. */
export async function writeSearchIndex(folder: string, {withTopics = false} = {}): Promise<void> {
  const {commands} = JSON.parse(readFileSync(join(folder, 'oclif.manifest.json'), 'utf8')) as {
    commands: Record<string, CommandFacts>
  }
  const facts = Object.values(commands).map((command) => ({...command, id: command.id.replaceAll(':', ' ')}))
  const index = makeIndex([...commandDocuments(facts), ...(withTopics ? topicDocuments() : await pagesOf(folder))])
  mkdirSync(join(folder, 'dist'), {recursive: true})
  writeFileSync(join(folder, 'dist/search.jsonl'), encodeIndex(index))
}

/** The page of a plugin, as `osc help NAMESPACE` prints it; none without its module, which `osc plugins lint` reports. */
async function pagesOf(folder: string): Promise<SearchDocument[]> {
  const {osc = {}} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {osc?: PluginFacts}
  const [namespace] = osc.namespaces ?? []
  if (namespace === undefined || osc.help === undefined) return []
  try {
    const {default: help} = await importFile(join(folder, osc.help), osc.help)
    return pageDocuments(namespace, help as PluginHelp)
  } catch {
    return []
  }
}

interface PluginFacts {
  namespaces?: string[]
  help?: string
}
