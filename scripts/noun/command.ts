import {plural} from '#text/plural'
import type {ReferenceCommand} from '../../test/reference/read.ts'
import {callsOf} from './calls.ts'
import {flagsOf} from './flags.ts'
import {camel, dashed, list, pascal, quote} from './names.ts'
import {type Run, runOf} from './run.ts'
import type {Style} from './style.ts'
import {argsOf, lineOf, roleOf, summaryOf} from './texts.ts'

const BASES = {lister: 'ListCommand', showone: 'ShowCommand', command: 'OscCommand'} as const

/** Names that a `run` may take from the SDK. */
const HELPERS = ['additions', 'firstOf', 'projectOf', 'removals']

/** The file of a command, and what its author has still to write. */
export interface CommandFile {
  text: string
  /** Options and arguments that `run` does not use. */
  unknown: string[]
  /** The command has no `run`, which the compiler reports. */
  lacksRun: boolean
}

export function commandFile(command: ReferenceCommand, noun: string, style: Style | undefined): CommandFile {
  const verb = command.name.slice(noun.length + 1)
  const run = style && runOf(command, style)
  const {source: flags, imports} = flagsOf(command, plural(noun), style)
  const args = argsOf(command, noun, style)
  if (args.length > 0) imports.add('Args')
  const uses = (name: string) => run?.lines.some((line) => new RegExp(`\\b${name}\\b`).test(line)) ?? false
  for (const helper of HELPERS) if (uses(helper)) imports.add(helper)
  const base = BASES[command.kind]
  const text = [
    `import {${[...imports, base].sort().join(', ')}} from '@osc-cli/core'`,
    ...(style && run ? importsOf(style, uses) : []),
    ``,
    `export default class ${pascal(command.name)} extends ${base} {`,
    `  static override summary = ${quote(summaryOf(verb, noun))}`,
    `  static override roles = [${quote(roleOf(verb))}]`,
    `  static override calls = ${list(style ? callsOf(verb, style) : [])}`,
    `  static override examples = [{command: ${quote(`osc ${lineOf(command, noun, style).join(' ')}`)}, description: ${quote(summaryOf(verb, noun))}}]`,
    ...block('args', args),
    ...block('flags', flags),
    ...method(run),
    `}`,
    ``,
  ].join('\n')
  return {text, unknown: run?.unknown ?? [], lacksRun: run === undefined}
}

const block = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`  static override ${title} = {`, ...lines.map((line) => `    ${line}`), `  }`]

const method = (run: Run | undefined): string[] =>
  run ? ['', '  async run(): Promise<void> {', ...run.lines.map((line) => `    ${line}`), '  }'] : []

/** The imports of the noun's own file and of those of its parents. */
function importsOf({noun, parents}: Style, uses: (name: string) => boolean): string[] {
  const names = [pascal(noun), `${camel(noun)}Columns`, `${camel(noun)}Fields`, `${camel(noun)}LongColumns`].filter(
    uses,
  )
  const files = [
    [dashed(noun), names.join(', ')],
    ...parents.map((parent) => [dashed(parent.noun), pascal(parent.noun)]),
  ]
  return files.map(([file, imported]) => `import {${imported}} from '#${file}'`)
}
