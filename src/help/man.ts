import type {FormatOptions} from '#help/formats'
import {wrap} from '#help/layout'
import type {Page, Section} from '#help/page'

/** A manual page, as man and mandoc take it without a warning. */
export function man({title, summary, intro, sections}: Page, {program, date, linked}: FormatOptions): string {
  const name = `${program} ${title}`.trim().replaceAll(' ', '-')
  const [about = '', ...rest] = [...(summary ? [summary] : []), ...intro].filter(Boolean)
  const describing: Section[] = rest.length > 0 ? [{title: 'DESCRIPTION', text: rest}] : []
  return `${[
    `.TH ${quoted(name.toUpperCase())} 1 "${date}" ${quoted(program)}`,
    '.SH NAME',
    ...wrap(`${escaped(name)} \\- ${escaped(about.replaceAll(/\s+/g, ' '))}`, 76).map(guarded),
    ...[...describing, ...sections].flatMap((section) => sectionLines(section, section.pages && linked)),
  ].join('\n')}\n`
}

/** What man's readers look for under another name. */
const TITLES: Readonly<Record<string, string>> = {USAGE: 'SYNOPSIS'}

function sectionLines(
  {title, text = [], entries = [], lines = []}: Section,
  linked: FormatOptions['linked'],
): string[] {
  const pages = lines.map((line) => linked?.(line)).filter((page) => page !== undefined)
  const isIndex = lines.length > 0 && pages.length === lines.length
  const before = [...text, ...entries].length > 0
  return [
    `.SH ${quoted(TITLES[title] ?? title)}`,
    ...text.flatMap((paragraph, at) => [...(at > 0 ? ['.PP'] : []), ...filled(paragraph)]),
    ...entries.flatMap(([term, meaning]) => ['.TP', `.B ${quoted(term)}`, ...(meaning ? filled(meaning) : ['\\&'])]),
    ...(before && lines.length > 0 ? ['.PP'] : []),
    ...(isIndex ? pages.map((page, at) => `.BR ${quoted(page)} (1)${at < pages.length - 1 ? ' ,' : ''}`) : []),
    ...(lines.length > 0 && !isIndex ? ['.nf', ...lines.map(roff), '.fi'] : []),
  ]
}

/** Prose in lines that mandoc finds short enough; an empty line stays one. */
const filled = (text: string): string[] =>
  text
    .trim()
    .split(/\s*\n\s*\n\s*/)
    .flatMap((part, at) => [...(at > 0 ? ['.sp'] : []), ...part.split('\n').flatMap(filledLine)])

const filledLine = (line: string, at: number): string[] => [
  ...(at > 0 ? ['.br'] : []),
  ...wrap(escaped(line.trim().replaceAll(/ +/g, ' ')), 76).map(guarded),
]

const quoted = (text: string): string => `"${escaped(text.replaceAll('\n', ' ')).replaceAll('"', '\\(dq')}"`

const roff = (line: string): string => guarded(escaped(line).trimEnd())

/** A backslash, a hyphen and an accent mean something to roff anywhere, ... */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')

/** ... and a full stop or quote where a line begins. */
const guarded = (line: string): string => line.replace(/^(?=[.'])/, '\\&')
