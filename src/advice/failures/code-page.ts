import {CORE_REMEDIES} from '#advice/remedies/core-remedies'
import type {Remedy} from '#advice/remedies/types'
import type {ErrorCode} from '#error-codes'
import {definitions, helpWidth} from '#help/layout'
import {pluginHelp} from '#help/plugin-help'
import {sanitize} from '#output/sanitize'
import type {PluginIndex} from '#plugins/types'

/** What can be said of a code without a failure: causes and next steps, in capitals what a failure fills in. */
export interface ExplainedCode {
  code: string
  exitStatus: number
  meaning: string
  also: readonly string[]
  causes: readonly {when: string | undefined; cause: string; next: readonly string[]}[]
}

/** A code from the table of codes and the remedies of plugins and core, in the order in which they are tried. */
export async function explainCode(
  code: string,
  row: ErrorCode,
  {plugins}: PluginIndex,
  program: string,
): Promise<ExplainedCode> {
  const known = [row.code, ...row.also].includes(code)
  const declared = (await Promise.all(plugins.map(pluginHelp))).flatMap((help) => help?.remedies ?? [])
  const fitting = [...declared, ...CORE_REMEDIES].filter(({when}) =>
    [when.code].flat().some((each) => each === code || (!known && each === row.code)),
  )
  // What names a particular service or role says little where there is no failure, and the general cause follows.
  const isGeneral = ({cause = ''}: Remedy) => !/\{(?!program|osc|setter)\w+\}/.test(cause)
  const shown = fitting.some(isGeneral) ? fitting.filter(isGeneral) : fitting
  const causes = shown.map((remedy) => ({
    when: whenOf(remedy, program),
    cause: general(remedy.cause ?? '', program),
    next: [...new Set(remedy.next.map((line) => general(line, program)))],
  }))
  const also = [row.code, ...row.also].filter((each) => each !== code)
  return {code, exitStatus: row.status, meaning: row.meaning, also, causes}
}

const whenOf = ({when: {command, service}}: Remedy, program: string): string | undefined =>
  command === undefined ? service : `${program} ${command}`

/** Placeholders that stand for whole commands, or for nothing where there is no failure. */
const GENERAL: Readonly<Record<string, string>> = {
  setter: '',
  line: 'COMMAND',
  switch: 'CLOUD',
  elsewhere: 'CLOUD',
  choice: 'CLOUD',
  near_line: 'COMMAND',
  list_line: 'NOUN list',
  show_line: 'NOUN show NAME',
  verb_line: 'NOUN VERB NAME',
  verb_line2: 'NOUN VERB NAME',
  verb_line3: 'NOUN VERB NAME',
}

/** `{program} stack show {name}` as `osc stack show NAME`. */
const general = (template: string, program: string): string =>
  template
    .replace(/\{(?:program|osc)\}/g, program)
    .replace(/\{(\w+)\}/g, (_, name: string) => GENERAL[name] ?? name.toUpperCase())

/** What `osc why CODE` prints. */
export function codePage(
  {code, exitStatus, meaning, also, causes}: ExplainedCode,
  width: number | undefined,
): string[] {
  const head = [
    `${code}, exit code ${exitStatus}`,
    meaning,
    ...(also.length > 0 ? [`Related codes: ${also.join(', ')}`] : []),
  ]
  const sections = causes.flatMap(({when, cause, next}) => {
    const rows: [string, string][] = [
      ['Where', when ?? ''],
      ['Cause', cause],
      ['Next', next.join('\n')],
    ]
    return [
      '',
      ...definitions(
        rows.filter(([, text]) => text !== ''),
        helpWidth(width),
      ),
    ]
  })
  return [...head, ...sections].map(sanitize)
}
