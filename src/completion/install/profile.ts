/** Marks what osc wrote into a file of the user's, so that it is written once and can be taken out again. */
const begin = (program: string) => `# >>> ${program} completion >>>`
const end = (program: string) => `# <<< ${program} completion <<<`

/** The text with the line in it, once; the rest is not touched. */
export function withLine(text: string, program: string, line: string): string {
  const bare = withoutLine(text, program)
  const gap = bare === '' || bare.endsWith('\n') ? '' : '\n'
  return `${bare}${gap}${begin(program)}\n${line}\n${end(program)}\n`
}

/** The text without what `withLine` added. */
export function withoutLine(text: string, program: string): string {
  const from = text.indexOf(`${begin(program)}\n`)
  const last = from < 0 ? -1 : text.indexOf(end(program), from)
  if (last < 0) return text
  const to = last + end(program).length
  return text.slice(0, from) + text.slice(text[to] === '\n' ? to + 1 : to)
}
