import type {Page, Section} from '#help/page'
import {auth} from '#help/topics/auth'
import {clouds} from '#help/topics/clouds'
import {environment} from '#help/topics/environment'
import {microversions} from '#help/topics/microversions'
import {output} from '#help/topics/output'
import {plugins} from '#help/topics/plugins'
import {scripting} from '#help/topics/scripting'
import {start} from '#help/topics/start'
import type {Topic} from '#help/topics/topic'
import type {PluginIndex} from '#plugins/types'

/** Topics that do not depend on what is installed. `options` and `exit-codes` are made from tables. */
const TOPICS: Readonly<Record<string, (program: string) => Topic>> = {
  start,
  clouds,
  auth,
  output,
  scripting,
  environment,
  plugins,
  microversions,
}

export const TOPIC_NAMES: readonly string[] = [...Object.keys(TOPICS), 'options', 'exit-codes', 'topics'].sort()

/** Other words that people use for a topic. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  start: ['getting-started', 'gettingstarted', 'first-steps', 'quickstart', 'intro', 'tutorial', 'begin'],
  clouds: ['clouds.yaml', 'configure', 'config', 'openrc', 'secure.yaml'],
  auth: ['login', 'log-in', 'authentication', 'password', 'passwords', 'credentials', 'auth-types'],
  output: ['json', 'yaml', 'csv', 'format', 'formats', 'table', 'tables', 'columns', 'width'],
  scripting: ['script', 'scripts', 'automation'],
  environment: ['env', 'variables', 'vars', 'envvars'],
  'exit-codes': ['errors', 'error', 'exit', 'exit-code', 'exit-status', 'status', 'codes'],
  microversions: ['microversion', 'api-version', 'api-versions', 'versions'],
  options: ['option', 'flags', 'global-options'],
  plugins: ['plugin'],
  topics: ['topic'],
}

/** The topic of this name, or the one that an ordinary word stands for: `login` is `auth`. */
export const topicNamed = (word: string): string | undefined =>
  TOPIC_NAMES.includes(word) ? word : Object.keys(SYNONYMS).find((topic) => SYNONYMS[topic]?.includes(word))

/** Every word that leads to a topic. */
export const topicWords = (): string[] => [...TOPIC_NAMES, ...Object.values(SYNONYMS).flat()]

/** All topics as pages, without links between them. */
export const topicPages = (): Page[] =>
  Object.entries(TOPICS).map(([title, topic]) => ({
    title,
    intro: [topic('osc').about],
    sections: topic('osc').sections,
  }))

export function topicPage(name: string, index: PluginIndex, program: string): Page | undefined {
  const topic = Object.hasOwn(TOPICS, name) ? TOPICS[name]?.(program) : undefined
  if (!topic) return undefined
  const others = TOPIC_NAMES.filter((other) => other !== name)
  const see = {title: 'OTHER TOPICS', text: [`${program} help ${others.join(' | ')}`]}
  return {
    title: name,
    intro: [topic.about],
    sections: [...topic.sections, ...(name === 'output' ? pluginFormats(index) : []), see],
  }
}

function pluginFormats({formatters, plugins}: PluginIndex): Section[] {
  const entries = Object.entries(formatters).map(([name, {summary, plugin}]): [string, string] => [
    `-f ${name}`,
    `${summary} From ${plugins[plugin]?.name}.`,
  ])
  return entries.length > 0 ? [{title: 'FORMATS OF PLUGINS', entries}] : []
}

export const topicsPage = (program: string): Page => ({
  title: 'topics',
  intro: ['Help on topics that are not specific to a command.'],
  sections: [
    {
      title: 'TOPICS',
      pages: true,
      entries: [
        ...Object.entries(TOPICS).map(([name, topic]): [string, string] => [
          `${program} help ${name}`,
          topic(program).about,
        ]),
        [`${program} help options`, 'Global options: those that every command accepts.'],
        [`${program} help exit-codes`, 'Exit codes and error codes.'],
      ],
    },
  ],
})
