import type {Page} from '#help/page'

export const FORMATS = ['json', 'markdown', 'man'] as const
export type Format = (typeof FORMATS)[number]

/** A page for programs: the same facts in the format that was asked for. */
export function formatted(page: Page, format: Format, program: string): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(page, undefined, 2)}\n`
    case 'markdown':
      return markdown(page)
    case 'man':
      return man(page, program)
  }
}

function markdown({title, intro, sections}: Page): string {
  const parts = sections.flatMap(({title: heading, text = [], entries = [], lines = []}) => [
    `## ${heading}`,
    ...text.map(escaped),
    ...(entries.length > 0 ? [entries.map(([term, meaning]) => `- \`${term}\`: ${escaped(meaning)}`).join('\n')] : []),
    ...(lines.length > 0 ? [`\`\`\`\n${lines.join('\n')}\n\`\`\``] : []),
  ])
  return `${[`# ${title}`, ...intro.filter(Boolean).map(escaped), ...parts].join('\n\n')}\n`
}

const escaped = (text: string): string => text.replace(/[\\`*_<>[\]|]/g, '\\$&')

function man({title, intro, sections}: Page, program: string): string {
  const name = `${program} ${title}`.trim().replaceAll(' ', '-')
  const [summary = '', ...rest] = intro.filter(Boolean)
  const body = sections.flatMap(({title: heading, text = [], entries = [], lines = []}) => [
    `.SH "${heading}"`,
    ...text.flatMap((paragraph) => ['.PP', roff(paragraph)]),
    ...entries.flatMap(([term, meaning]) => ['.TP', `.B ${roff(term)}`, roff(meaning)]),
    ...(lines.length > 0 ? ['.nf', ...lines.map(roff), '.fi'] : []),
  ])
  const description = rest.length > 0 ? ['.SH DESCRIPTION', ...rest.flatMap((line) => ['.PP', roff(line)])] : []
  const head = [`.TH "${name.toUpperCase()}" 1`, '.SH NAME', `${roff(name)} \\- ${roff(summary)}`]
  return `${[...head, ...description, ...body].join('\n')}\n`
}

/** A backslash, a hyphen, and a full stop or quote that begins a line mean something to roff. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&')
