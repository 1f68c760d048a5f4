/** The width that help is set in: the terminal's, or 80; longer lines than 110 are hard to read. */
export const helpWidth = (width: number | undefined): number => Math.max(40, Math.min(width ?? 80, 110))

const BOUND = '\u00a0'

/** Text broken at spaces into lines of at most `width`, not within the phrases that stay `whole`; a longer word stands alone. */
export function wrap(text: string, width: number, whole: readonly string[] = []): string[] {
  if (whole.length === 0) return lines(text, width)
  const bound = whole.reduce((all, phrase) => all.replaceAll(phrase, phrase.replaceAll(' ', BOUND)), text)
  return lines(bound, width).map((line) => line.replaceAll(BOUND, ' '))
}

function lines(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const done: string[] = []
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        done.push(line)
        line = word
      } else {
        line = line === '' ? word : `${line} ${word}`
      }
    }
    return [...done, line]
  })
}

/** How terms and meanings are set: how much of the width terms may take, and the phrases that are not broken. */
export interface Setting {
  share?: number
  whole?: readonly string[]
}

/** Terms at the left, what they mean beside them, or below when the term is long. */
export function definitions(
  entries: readonly (readonly [string, string])[],
  width: number,
  {share = 1 / 3, whole = []}: Setting = {},
): string[] {
  const longest = Math.max(0, ...entries.map(([term]) => term.length))
  const column = Math.min(longest, Math.floor(width * share)) + 4
  return entries.flatMap(([term, meaning]) => {
    const wrapped = wrap(meaning, width - column, whole)
    const beside = term.length + 4 <= column
    const first = beside ? `  ${term.padEnd(column - 2)}${wrapped[0] ?? ''}` : `  ${term}`
    const rest = beside ? wrapped.slice(1) : wrapped
    return [first.trimEnd(), ...rest.map((line) => `${' '.repeat(column)}${line}`.trimEnd())]
  })
}

/** The same, a line each: what does not fit ends in dots. */
export function inLines(entries: readonly (readonly [string, string])[], width: number): string[] {
  const longest = Math.max(0, ...entries.map(([term]) => term.length))
  const column = Math.min(longest, Math.floor(width / 2)) + 2
  return entries.map(([term, meaning]) => {
    const line = `  ${term.padEnd(column)}${term.length >= column ? '  ' : ''}${meaning}`
      .replaceAll(/\s*\n\s*/g, ' ')
      .trimEnd()
    return line.length <= width ? line : `${line.slice(0, width - 3).trimEnd()}...`
  })
}

/** A command line (`$ osc ...`) as a shell takes it in several lines; it is parted between words only, never in quotes. */
export function shellLines(line: string, width: number): string[] {
  const [, indent = '', command = ''] = /^(\s*)(\$ .*)$/.exec(line) ?? []
  const words = shellWords(command)
  // A quote without its other half: nobody knows where words end.
  if (command === '' || line.length <= width || words.join(' ') !== command) return [line]
  const lines: string[] = []
  let current = indent
  for (const [at, word] of words.entries()) {
    // The dollar and the program stay together; two columns are for the backslash.
    if (at > 1 && current.length + 1 + word.length > width - 2) {
      lines.push(`${current} \\`)
      current = `${indent}    ${word}`
    } else {
      current += at === 0 ? word : ` ${word}`
    }
  }
  return [...lines, current]
}

/** Words with their quotes as written. */
const shellWords = (command: string): string[] => command.match(/(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/g) ?? []
