import {globalOptions} from '#line/global-options'
import {listFlags, showFlags} from '#output/flags'
import type {Field, SearchDocument} from '#search/types'

/** What is in no command's own page: the options that all of them have. */
export const topicDocuments = (): SearchDocument[] => [
  topic(
    'options',
    'Options that may stand anywhere on the line, with their environment variables.',
    globalOptions().map(({name, summary, choices, env}): Field => {
      const notes = [...(choices ? [`One of ${choices.join(', ')}.`] : []), ...(env ? [`[${env}]`] : [])]
      return {in: 'option', name, text: [summary, ...notes].join(' ')}
    }),
  ),
  topic(
    'output',
    'Formats, columns, sorting and widths of what commands print.',
    Object.entries({...showFlags, ...listFlags}).map(([name, {description = ''}]): Field => {
      return {in: 'option', name: `--${name}`, text: description}
    }),
  ),
]

const topic = (id: string, summary: string, fields: readonly Field[]): SearchDocument => ({
  kind: 'topic',
  id,
  summary,
  fields: [{in: 'topic', text: id}, {in: 'summary', text: summary}, ...fields],
})
