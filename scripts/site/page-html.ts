import type {Page, Section} from '../../src/help/page.ts'
import {block} from './highlight.ts'
import {escapeHtml} from './html.ts'

type HrefOf = (text: string) => string | undefined

/** A page of help, one folder below the root of the site. */
export function pageHtml({title, intro, sections}: Page, hrefOf: HrefOf): string {
  const [first = '', ...rest] = intro.filter(Boolean)
  return [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="summary">${prose(first, hrefOf)}</p>`,
    ...rest.flatMap((text) => paragraphs(text, hrefOf)),
    ...examplesFirst(sections).flatMap((section) => sectionHtml(section, hrefOf)),
  ].join('\n')
}

/** Examples follow the usage. */
function examplesFirst(sections: readonly Section[]): Section[] {
  const isExamples = ({title}: Section) => title === 'EXAMPLES'
  const others = sections.filter((section) => !isExamples(section))
  const usage = others.findIndex(({title}) => title === 'USAGE') + 1
  return [...others.slice(0, usage), ...sections.filter(isExamples), ...others.slice(usage)]
}

/** The way to a page, word by word: `osc stack event list` is below `stack event`, and that below `stack`. */
export function wayHtml(words: string, hrefOf: HrefOf): string {
  const parts = words.split(' ')
  const steps = parts.slice(0, -1).map((word, at) => {
    const href = hrefOf(parts.slice(0, at + 1).join(' '))
    return href === undefined ? escapeHtml(word) : `<a href="../${href}">${escapeHtml(word)}</a>`
  })
  const way = ['<a href="../index.html#commands">osc</a>', ...steps, escapeHtml(parts.at(-1) ?? '')]
  return `<p class="way">${way.join(' › ')}</p>\n`
}

function sectionHtml({title, pages, text = [], entries = [], lines = []}: Section, hrefOf: HrefOf): string[] {
  const id = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const link = (words: string) => {
    const href = pages && hrefOf(words)
    return href ? `<a href="../${href}"><code>${escapeHtml(words)}</code></a>` : `<code>${escapeHtml(words)}</code>`
  }
  const isIndex = pages && lines.length > 0
  return [
    `<h2 id="${id}">${escapeHtml(heading(title))}</h2>`,
    ...text.flatMap((paragraph) => (title === 'USAGE' ? [usageHtml(paragraph)] : paragraphs(paragraph, hrefOf))),
    ...(entries.length > 0
      ? [`<dl>\n${entries.map((entry) => entryHtml(entry, link, hrefOf)).join('\n')}\n</dl>`]
      : []),
    ...(isIndex ? [`<ul>\n${lines.map((line) => `<li>${link(line)}</li>`).join('\n')}\n</ul>`] : []),
    ...(lines.length > 0 && !isIndex ? blocks(lines) : []),
  ]
}

/** Lines that are pasted are without their prompt; what describes an example stands above it. */
function blocks(lines: readonly string[]): string[] {
  if (!lines.some((line) => /^\s*\$ /.test(line)))
    return [block(lines.join('\n'), /^\w+:$/.test(lines[0]?.trim() ?? '') ? 'yaml' : '')]
  const hasText = lines.some((line) => !/^\s*[$#] /.test(line))
  const shown = lines.map((line) => line.replace(/^\s*\$ /, ''))
  if (!hasText) return [block(shown.join('\n'), 'sh')]
  return lines.map((line, at) => (/^\s*\$ /.test(line) ? block(shown[at] ?? '', 'sh') : `<p>${escapeHtml(line)}</p>`))
}

/** An option can be linked to by its name: what the search found it by. */
function entryHtml([term, meaning]: readonly [string, string], link: (term: string) => string, hrefOf: HrefOf): string {
  const name = optionIn(term)
  const id = name ? ` id="${name}"` : ''
  return `<dt${id}>${link(term)}</dt>\n<dd>${prose(meaning, hrefOf)}</dd>`
}

const optionIn = (term: string): string | undefined => {
  const [, name] = /^(?:-\w, )?--(?:\[no-\])?([\w-]+)/.exec(term) ?? []
  return name && `--${name}`
}

const usageHtml = (line: string): string => `<p><code>${escapeHtml(line)}</code></p>`

const paragraphs = (text: string, hrefOf: HrefOf): string[] =>
  text.split(/\n\s*\n/).map((part) => `<p>${prose(part, hrefOf)}</p>`)

/** Text with its line ends, in which the name of a page of help leads there. */
const prose = (text: string, hrefOf: HrefOf): string =>
  escapeHtml(text)
    .replaceAll('\n', '<br>\n')
    .replaceAll(/\bosc help [\w-]+/g, (words) => {
      const href = hrefOf(words)
      return href === undefined ? words : `<a href="../${href}">${words}</a>`
    })

/** Capitals are for terminals. */
const heading = (title: string): string =>
  title === title.toUpperCase() ? title.charAt(0) + title.slice(1).toLowerCase() : title
