import type {FormatOptions} from '#help/formats'
import type {Page, Section} from '#help/page'

/** CommonMark: every text comes out of it as it went in, whatever is in it. */
export function markdown({title, summary, intro, sections}: Page, {program, linked}: FormatOptions): string {
  const paragraphs = [...(summary ? [summary] : []), ...intro].filter(Boolean).map(prose)
  const parts = sections.flatMap((section) => [
    `## ${prose(section.title)}`,
    ...sectionParts(section, section.pages && linked),
  ])
  return `${[`# ${prose(title || program)}`, ...paragraphs, ...parts].join('\n\n')}\n`
}

function sectionParts({text = [], entries = [], lines = []}: Section, linked: FormatOptions['linked']): string[] {
  const link = (words: string) => {
    const page = linked?.(words)
    return page === undefined ? code(words) : `[${code(words)}](${page}.md)`
  }
  const items = entries.map(([term, meaning]) => {
    const about = prose(meaning).replaceAll('\n', '\n  ')
    return about === '' ? `- ${link(term)}` : `- ${link(term)}: ${about}`
  })
  const isIndex = lines.length > 0 && lines.every((line) => linked?.(line) !== undefined)
  return [
    ...text.map(prose),
    ...(items.length > 0 ? [items.join('\n')] : []),
    ...(isIndex ? [lines.map((line) => `- ${link(line)}`).join('\n')] : []),
    ...(lines.length > 0 && !isIndex ? [block(lines)] : []),
  ]
}

/** Text in which nothing is markup; line ends stay, and an empty line ends a paragraph. */
const prose = (text: string): string =>
  text
    .trim()
    .split(/\s*\n\s*\n\s*/)
    .map((part) => part.split('\n').map(plain).join('\\\n'))
    .join('\n\n')

const plain = (line: string): string => line.trim().replace(INLINE, '\\$&').replace(FIRST, '$1\\$2')

const INLINE = /[\\`*_<>[\]|&~#$]/g
/** What makes a list or a heading of a line that begins with it. */
const FIRST = /^(\d*)([-+=.)])/

function code(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1)
  const space = /^`|`$|^ .* $/.test(text) ? ' ' : ''
  return fence + space + text.replaceAll('\n', ' ') + space + fence
}

function block(lines: readonly string[]): string {
  const text = lines.join('\n')
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}\n${text}\n${fence}`
}

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
