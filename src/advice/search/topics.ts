import type {Field, SearchDocument} from '#advice/search/types'
import type {PluginHelp} from '#help/declare'
import type {Page, Section} from '#help/page'
import {exitCodesPage} from '#help/reference-pages'
import {topicPages} from '#help/topics'
import {globalOptions} from '#line/global-options'
import {listFlags, showFlags} from '#output/flags'
import {sentences} from '#text/sentences'

/** What is in no command's own page: the topics, with the options that all commands have. */
export const topicDocuments = (): SearchDocument[] => [
  ...[...topicPages(), exitCodesPage()].map((page) => topic(page, page.title === 'output' ? outputOptions() : [])),
  topic({title: 'options', intro: [OPTIONS], sections: []}, everyOption()),
]

/** The page of a plugin, which explains the words of its service. */
export const pageDocuments = (namespace: string, {about, nouns = {}}: PluginHelp): SearchDocument[] => [
  topic(
    {title: namespace, intro: [about], sections: []},
    Object.entries(nouns).map(([name, noun]): Field => ({in: 'text', name, text: noun.about ?? ''})),
  ),
]

const OPTIONS = 'Options that are accepted anywhere on the command line, with their environment variables.'

const topic = ({title, intro, sections}: Page, options: readonly Field[]): SearchDocument => {
  const summary = intro.join(' ')
  return {
    kind: 'topic',
    id: title,
    summary,
    fields: [
      {in: 'topic', text: title},
      {in: 'summary', text: summary},
      ...sections.flatMap(sectionFields),
      ...options,
    ],
  }
}

const sectionFields = ({title, entries = [], lines = [], text = []}: Section): Field[] => [
  ...entries.map(([name, meaning]): Field => ({in: 'text', name, text: meaning})),
  ...[...lines, ...text].map((line): Field => ({in: 'text', name: title, text: line})),
]

const everyOption = (): Field[] =>
  globalOptions().map(({name, summary, choices, env}) => {
    const notes = [...(choices ? [`One of ${choices.join(', ')}.`] : []), ...(env ? [`[${env}]`] : [])]
    return {in: 'option', name, text: sentences(summary, ...notes)}
  })

const outputOptions = (): Field[] =>
  Object.entries({...showFlags, ...listFlags}).map(([name, {description = ''}]) => {
    return {in: 'option', name: `--${name}`, text: description}
  })
