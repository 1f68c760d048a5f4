import type {CommandFacts} from '#help/facts'

/**
 * A command of a plain oclif plugin with what such a plugin leaves to be filled in: `<%= config.bin %>`, `<%= command.id %>`.
 * Of anything else its fallback stays: `<%- config.x || "this" %>` is `this`.
 */
export function fillIn(command: CommandFacts, program: string): CommandFacts {
  const fill = (text: string) =>
    text.replaceAll(/<%[-=]?\s*(.*?)\s*%>/gs, (_template, expression: string) => {
      if (expression === 'config.bin') return program
      if (expression === 'command.id') return command.id
      return /\|\|\s*(["'])(.*?)\1$/.exec(expression)?.[2] ?? ''
    })
  const described = <T extends {description?: string}>(parts: Record<string, T>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        part.description === undefined ? part : {...part, description: fill(part.description)},
      ]),
    )
  const [first = '', ...rest] = fill(command.description ?? '').split('\n')
  const summary = command.summary === undefined ? first : fill(command.summary)
  const description = command.summary === undefined ? rest.join('\n').trim() : [first, ...rest].join('\n')
  return {
    ...command,
    summary,
    description,
    args: described(command.args),
    flags: described(command.flags),
    examples: (command.examples ?? []).map((example) =>
      typeof example === 'string'
        ? fill(example)
        : {command: fill(example.command), description: fill(example.description)},
    ),
  }
}
