import {type Format, formatted} from '#help/formats'
import {contentsPage, type ReferencePage, referencePages} from '#help/reference/pages'
import {TOPIC_NAMES} from '#help/topics'
import type {PluginIndex} from '#plugins/types'

export interface ReferenceOptions {
  format: Format
  program: string
  /** Day that manual pages are dated: `2026-11-25`. */
  date: string
}

const ENDINGS: Readonly<Record<Format, string>> = {json: 'json', markdown: 'md', man: '1'}

/** The reference of the plugins of an index: the name of each file to its text. Manual pages need no contents: man has its own. */
export async function referenceFiles(index: PluginIndex, options: ReferenceOptions): Promise<Map<string, string>> {
  const {format, program} = options
  const pages = await referencePages(index, program)
  const nameOf = (words: string) => fileNameOf(format === 'man' ? `${program} ${words}` : words)
  const find = finder(pages, index, program)
  const linked = (text: string) => {
    const page = find(text)
    return page && nameOf(page.words)
  }
  const files = new Map<string, string>()
  const add = (name: string, page: ReferencePage['page']) => {
    files.set(`${name}.${ENDINGS[format]}`, formatted(page, format, {...options, linked}))
  }
  if (format !== 'man') add('README', contentsPage(index, pages))
  for (const {words, page} of pages) add(nameOf(words), page)
  return files
}

/** The noun `object store` and the namespace `object-store` have a page each, so hyphens of words are doubled. */
export const fileNameOf = (words: string): string => words.replaceAll('-', '--').replaceAll(' ', '-')

/** Finds the page that a term or a line of a page names: `stack create`, `osc stack show`, `osc help heat`. */
export function finder(
  pages: readonly ReferencePage[],
  {plugins}: PluginIndex,
  program: string,
): (text: string) => ReferencePage | undefined {
  const byWords = new Map(pages.map((page) => [page.words, page]))
  const spaces = plugins.flatMap(({namespaces: [first = '', ...others]}) =>
    others.map((other) => [other, first] as const),
  )
  const bySpace = new Map(spaces)
  return (text) => {
    const words = text.replace(`${program} `, '').replace(/^help /, '')
    const isTopic = words !== text.replace(`${program} `, '') && TOPIC_NAMES.includes(words)
    return isTopic ? undefined : (byWords.get(words) ?? byWords.get(bySpace.get(words) ?? ''))
  }
}
