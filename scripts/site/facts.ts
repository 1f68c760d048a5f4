import {globSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {Page} from '../../src/help/page.ts'
import {fileNameOf, finder} from '../../src/help/reference/files.ts'
import {type ReferencePage, referencePages} from '../../src/help/reference/pages.ts'
import {readIndex} from '../../src/help/reference/read.ts'
import {exitCodesPage, optionsPage} from '../../src/help/reference-pages.ts'
import {TOPIC_NAMES, topicPage, topicsPage} from '../../src/help/topics.ts'
import {asObject, asText, decodeJson} from '../../src/json.ts'
import {usePlugins} from '../../src/plugins/data.ts'
import type {PluginIndex} from '../../src/plugins/types.ts'
import {type Guide, readGuide} from './guide.ts'

const repository = join(import.meta.dirname, '..', '..')

/** All that the site shows: what `osc help ... --json` prints of every command, noun, plugin and topic, and the guides. */
export interface SiteFacts {
  version: string
  index: PluginIndex
  reference: readonly ReferencePage[]
  topics: readonly {name: string; page: Page}[]
  guides: readonly Guide[]
  /** README.md: the first page. */
  readme: Guide
  /** Address, from the site's root, of what a text names: `stack create`, `osc help heat`, `osc help auth`. */
  hrefOf: (text: string) => string | undefined
}

export async function siteFacts(): Promise<SiteFacts> {
  const {version, name} = packageJson(repository)
  const plugins = globSync('plugins/*/package.json', {cwd: repository})
    .sort()
    .map((file) => join(repository, dirname(file)))
    .map((root) => ({root, name: packageJson(root).name, kind: 'bundled' as const}))
  const index = readIndex([{root: repository, name, kind: 'core'}, ...plugins])
  usePlugins(index, repository)
  const reference = await referencePages(index, 'osc')
  const topics = TOPIC_NAMES.map((topic) => ({name: topic, page: pageOfTopic(topic, index)}))
  const guides = globSync('docs/*.md', {cwd: repository})
    .map((file) => readGuide(join(repository, file)))
    .sort((a, b) => order(a.name) - order(b.name) || (a.name < b.name ? -1 : 1))
  const readme = readGuide(join(repository, 'README.md'))
  const find = finder(reference, index, 'osc')
  const hrefOf = (text: string) => {
    const topic = text.replace(/^osc help /, '')
    if (topic !== text && TOPIC_NAMES.includes(topic)) return `topics/${topic}.html`
    const page = find(text)
    return page && hrefOfWords(page.words)
  }
  return {version, index, reference, topics, guides, readme, hrefOf}
}

/** Guides in the order of reading: for users, for authors of plugins, for developers of osc. */
const READING = [
  'from-openstack',
  'finding-commands',
  'sandbox',
  'self-healing',
  'tripleo',
  'tosca',
  'using-plugins',
  'security',
  'plugins',
  'sdk',
  'performance',
  'testing',
]
const order = (name: string): number => (READING.includes(name) ? READING.indexOf(name) : READING.length)

export const hrefOfWords = (words: string): string => `commands/${fileNameOf(words)}.html`

function pageOfTopic(name: string, index: PluginIndex): Page {
  if (name === 'options') return optionsPage(undefined)
  if (name === 'exit-codes') return exitCodesPage()
  const page = name === 'topics' ? topicsPage('osc') : topicPage(name, index, 'osc')
  if (!page) throw new Error(`Topic ${name} has no page.`)
  return page
}

function packageJson(root: string): {name: string; version: string} {
  const {name, version} = asObject(decodeJson(readFileSync(join(root, 'package.json'), 'utf8')))
  return {name: asText(name) ?? root, version: asText(version) ?? ''}
}
