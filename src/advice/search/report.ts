import type {Hit} from '#advice/search/search'
import type {Field} from '#advice/search/types'
import {wrap} from '#help/layout'
import type {Page} from '#help/page'

/** What was found, for people: what it is, and where the words were. */
export const searchPage = (hits: readonly Hit[], program: string, width: number): string[] =>
  hits.flatMap((hit) => [
    `${title(hit, program)}${hit.installed ? '' : `  (not installed: ${hit.plugin})`}`,
    ...indented(hit.document.summary, width),
    ...indented(because(hit, program), width),
  ])

/** The same as a page, for what wants one. */
export const searchAsPage = (question: string, hits: readonly Hit[], program: string): Page => ({
  title: 'search',
  intro: [`Search results for: ${question}`],
  sections: hits.map((hit) => ({
    title: `${title(hit, program)}${hit.installed ? '' : ` (not installed: ${hit.plugin})`}`,
    text: [hit.document.summary, because(hit, program)].filter((line) => line !== ''),
  })),
})

/** The same for scripts. */
export const searchRecords = (hits: readonly Hit[], program: string) =>
  hits.map(({document, plugin, installed, score, reason, taken}) => ({
    kind: document.kind,
    id: document.id,
    summary: document.summary,
    help: `${program} help ${document.id}`,
    plugin,
    installed,
    score: Math.round(score * 100) / 100,
    reason,
    taken: Object.fromEntries(taken),
  }))

const title = ({document}: Hit, program: string) =>
  document.kind === 'topic' ? `${program} help ${document.id}` : `${program} ${document.id}`

/** Where the words were, and which of them only by another: `found in option --tenant (tenant as project): ...`. */
function because({reason, taken}: Hit, program: string): string {
  const {in: where, text} = reason
  const name = where === 'example' ? reason.name?.replace(/^osc /, `${program} `) : reason.name
  const others = taken.length > 0 ? `(${taken.map(([requested, found]) => `${requested} as ${found}`).join(', ')})` : ''
  const head = ['found in', UNNAMED[where] ?? where, name, others].filter(Boolean).join(' ')
  return text === '' || UNNAMED[where] ? head : `${head}: ${text}`
}

/** What is above anyway. */
const UNNAMED: Readonly<Partial<Record<Field['in'], string>>> = {
  name: 'the name',
  topic: 'the name',
  summary: 'the summary',
}

const indented = (text: string, width: number) =>
  text === '' ? [] : wrap(text, width - 4).map((line) => `    ${line}`)
