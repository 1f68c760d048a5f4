/** One command of a block of shell: its words as bash would split them, without redirections. */
export type Words = string[]

/** The commands of lines of shell, as they are written: `a && b | c` are three. Comments and variables before them are left out. */
export function commandsOf(text: string): Words[] {
  const commands: Words[] = []
  for (const line of text.replaceAll('\\\n', ' ').split('\n')) {
    let words: Words = []
    for (const token of line.match(TOKEN) ?? []) {
      if (token.startsWith('#')) break
      if (SEPARATOR.test(token)) {
        commands.push(words)
        words = []
      } else words.push(token.replaceAll(/(['"])(.*?)\1/g, '$2'))
    }
    commands.push(words)
  }
  return commands.map(withoutVariables).filter((words) => words.length > 0)
}

const TOKEN = /&&|\|\||[|;]|(?:'[^']*'|"[^"]*"|\\.|[^\s|;&'"])+/g
const SEPARATOR = /^(?:&&|\|\||[|;])$/

const withoutVariables = (words: Words): Words => {
  const first = words.findIndex((word) => !/^[A-Z_]+=/.test(word))
  return first < 0 ? [] : words.slice(first)
}

/** The commands of osc that a text names: `osc plugins`. */
export const spokenOf = (prose: string): Words[] =>
  [...prose.matchAll(/`(osc [^`]+)`/g)].map(([, line = '']) => line.replaceAll(/\s+/g, ' ').split(' '))

/** A session on a terminal: each `$ command` with what it printed. */
export interface Step {
  command: string
  output: string[]
}

export function stepsOf(text: string): Step[] {
  const steps: Step[] = []
  for (const line of text.trimEnd().split('\n')) {
    if (line.startsWith('$ ')) steps.push({command: line.slice(2), output: []})
    else steps.at(-1)?.output.push(line)
  }
  return steps
}
