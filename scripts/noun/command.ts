import type {ReferenceCommand} from '../../test/reference/read.ts'
import {argsOf, flagsOf} from './flags.ts'
import {camel, dashed, pascal} from './names.ts'

const BASES = {lister: 'ListCommand', showone: 'ShowCommand', command: 'OscCommand'} as const

/** The file of one command. Verbs that every noun has come with a `run`; of others it is missing, which the compiler reports. */
export function commandFile(command: ReferenceCommand, noun: string): string {
  const name = pascal(command.name)
  const base = BASES[command.kind]
  const {source: flags, imports} = flagsOf(command, `${noun}s`)
  const args = argsOf(command.positionals)
  if (args.length > 0) imports.add('Args')
  const run = runOf(command, noun, name)
  const own = [pascal(noun), `${camel(noun)}Fields`, `${camel(noun)}Columns`, `${camel(noun)}LongColumns`]
  const used = own.filter((one) => run.some((line) => new RegExp(`\\b${one}\\b`).test(line)))
  const block = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`  static override ${title} = {`, ...lines.map((line) => `    ${line}`), `  }`]
  return [
    `import {${[...imports, base].sort().join(', ')}} from '@osc-cli/core'`,
    ...(used.length > 0 ? [`import {${used.join(', ')}} from '#${dashed(noun)}'`] : []),
    ``,
    `export default class ${name} extends ${base} {`,
    `  static override summary = ''`,
    `  static override roles = []`,
    `  static override seeAlso = []`,
    `  static override examples = [{command: 'osc ${command.name}', description: ''}]`,
    ...block('args', args),
    ...block('flags', flags),
    ``,
    ...run.map((line) => (line === '' ? '' : `  ${line}`)),
    `}`,
    ``,
  ].join('\n')
}

function runOf(
  {name, positionals, options, columns, longColumns}: ReferenceCommand,
  noun: string,
  self: string,
): string[] {
  const verb = name.split(' ').at(-1)
  const resource = `this.api(${pascal(noun)})`
  const parse = `const {${positionals.length > 0 ? 'args' : ''}${positionals.length > 0 && options.length > 0 ? ', ' : ''}${options.length > 0 ? 'flags' : ''}} = await this.parse(${self})`
  const first = positionals[0]?.name
  const body = (lines: readonly string[]) => ['async run(): Promise<void> {', ...lines.map((line) => `  ${line}`), '}']
  if (verb === 'list' && columns) {
    const chosen = longColumns
      ? `flags.long ? ${camel(noun)}LongColumns : ${camel(noun)}Columns`
      : `${camel(noun)}Columns`
    return body([...(options.length > 0 ? [parse] : []), `await this.table(${chosen}, ${resource}.list())`])
  }
  if (verb === 'show' && first)
    return body([parse, `await this.show(await ${resource}.find(args.${first}), ${camel(noun)}Fields)`])
  if (verb === 'delete' && first) {
    const one = [
      `const ${camel(noun)}s = ${resource}`,
      `await this.each(args.${first}, async (name) => ${camel(noun)}s.delete(await ${camel(noun)}s.id(name)))`,
    ]
    return body([parse, ...one])
  }
  if (verb === 'create' && first)
    return body([parse, `await this.show(await ${resource}.create({${first}: args.${first}}), ${camel(noun)}Fields)`])
  return []
}
