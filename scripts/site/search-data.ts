import {commandDocuments, makeIndex} from '../../src/advice/search/make-index.ts'
import type {Field, SearchDocument, SearchIndex} from '../../src/advice/search/types.ts'
import {factsOf} from '../../src/help/facts.ts'
import type {Page} from '../../src/help/page.ts'
import {pluginData} from '../../src/plugins/data.ts'
import type {PluginData} from '../../src/plugins/data-file.ts'
import {hrefOfWords, type SiteFacts} from './facts.ts'

/** What the search box looks through, and where each document is, from the root of the site. */
export interface SearchData {
  index: SearchIndex
  /** By the document's place in the index. */
  hrefs: readonly string[]
  /** What plugins add to the words of questions; a browser cannot read their files. */
  words: Pick<PluginData, 'synonyms' | 'meanings'>
}

/** The index of `osc search`, with all of the topics and the guides. */
export function searchData({index, reference, topics, guides, readme}: SiteFacts): SearchData {
  const pages = new Set(reference.map(({words}) => words))
  const found: [string, SearchDocument][] = []
  for (const plugin of index.plugins) {
    const documents = commandDocuments(factsOf(plugin).values()).filter(({id}) => pages.has(id))
    found.push(...documents.map((document): [string, SearchDocument] => [hrefOfWords(document.id), document]))
  }
  for (const {words, kind, page} of reference)
    if (kind !== 'command') found.push([hrefOfWords(words), ofPage(words, page)])
  for (const {name, page} of topics) found.push([`topics/${name}.html`, ofPage(name, page)])
  for (const {name, title, sections} of [readme, ...guides]) {
    for (const {title: heading, id, text} of sections) {
      const name_ = heading === title ? title : `${title}: ${heading}`
      const fields: Field[] = [
        {in: 'topic', text: name_},
        {in: 'description', text},
      ]
      found.push([
        `${name === readme.name ? 'index' : `guides/${name}`}.html#${id}`,
        {kind: 'topic', id: name_, summary: cut(text), fields},
      ])
    }
  }
  const {synonyms, meanings} = pluginData()
  return {
    index: makeIndex(found.map(([, document]) => document)),
    hrefs: found.map(([href]) => href),
    words: {synonyms, meanings},
  }
}

function ofPage(id: string, {intro, sections}: Page): SearchDocument {
  const summary = intro[0] ?? ''
  const fields = sections.flatMap(({text = [], entries = []}): Field[] => [
    ...text.map((paragraph): Field => ({in: 'description', text: paragraph})),
    ...entries.map(([term, meaning]): Field => ({in: 'description', name: term, text: meaning})),
  ])
  return {kind: 'topic', id, summary, fields: [{in: 'topic', text: id}, {in: 'summary', text: summary}, ...fields]}
}

const cut = (text: string): string =>
  text.length <= 120 ? text.trim() : `${text.slice(0, text.lastIndexOf(' ', 117))} ...`
