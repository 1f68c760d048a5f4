import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {commandDocuments, makeIndex} from '../src/advice/search/make-index.ts'
import {topicDocuments} from '../src/advice/search/topics.ts'
import type {CommandFacts} from '../src/help/facts.ts'

/** Writes a package's dist/search.json from its manifest; the core's has the topics too. */
export function writeSearchIndex(folder: string, {withTopics}: {withTopics: boolean}): void {
  const {commands} = JSON.parse(readFileSync(join(folder, 'oclif.manifest.json'), 'utf8')) as {
    commands: Record<string, CommandFacts>
  }
  const facts = Object.values(commands).map((command) => ({...command, id: command.id.replaceAll(':', ' ')}))
  const index = makeIndex([...commandDocuments(facts), ...(withTopics ? topicDocuments() : [])])
  mkdirSync(join(folder, 'dist'), {recursive: true})
  writeFileSync(join(folder, 'dist/search.json'), `${JSON.stringify(index)}\n`)
}
