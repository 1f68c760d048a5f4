import {wrap} from '#help/layout'
import type {Hit} from '#search/search'
import type {Field} from '#search/types'

/** What was found, for people: what it is, and where the words were. */
export const searchPage = (hits: readonly Hit[], program: string, width: number): string[] =>
  hits.flatMap((hit) => [
    `${title(hit, program)}${hit.installed ? '' : `  (not installed: ${hit.plugin})`}`,
    ...indented(hit.document.summary, width),
    ...(explained(hit.reason) ? indented(because(hit.reason, program), width) : []),
  ])

/** The same for scripts. */
export const searchRecords = (hits: readonly Hit[], program: string) =>
  hits.map(({document, plugin, installed, score, reason}) => ({
    kind: document.kind,
    id: document.id,
    summary: document.summary,
    help: `${program} help ${document.id}`,
    plugin,
    installed,
    score: Math.round(score * 100) / 100,
    reason,
  }))

const title = ({document}: Hit, program: string) =>
  document.kind === 'topic' ? `${program} help ${document.id}` : `${program} ${document.id}`

/** The name and the summary are seen anyway. */
const explained = (reason: Field) => !['name', 'topic', 'summary'].includes(reason.in)

function because({in: where, name, text}: Field, program: string): string {
  const shown = where === 'example' ? name?.replace(/^osc /, `${program} `) : name
  return [where, shown].filter(Boolean).join(' ') + (text === '' ? '' : `: ${text}`)
}

const indented = (text: string, width: number) =>
  text === '' ? [] : wrap(text, width - 4).map((line) => `    ${line}`)
