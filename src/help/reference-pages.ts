import {ERROR_CODES} from '#error-codes'
import {definitions, section} from '#help/layout'
import {globalOptions} from '#line/global-options'

const GROUPS = {
  tool: 'TOOL',
  cloud: 'CLOUD',
  authentication: 'AUTHENTICATION',
  'API versions': 'API VERSIONS',
} as const

/** Every global option with its environment variable. */
export function optionsPage(width: number): string[] {
  const sections = Object.entries(GROUPS).flatMap(([group, title]) => {
    const entries = globalOptions()
      .filter((option) => option.group === group)
      .map((option): [string, string] => {
        const term = `${option.char ? `-${option.char}, ` : ''}${option.name}${option.value ? ` ${option.value}` : ''}`
        const choices = option.choices && option.choices.length < 6 ? ` One of ${option.choices.join(', ')}.` : ''
        return [term, `${option.summary}${choices}${option.env ? ` [${option.env}]` : ''}`]
      })
    return section(title, definitions(entries, width))
  })
  return ['Options that may stand anywhere on the line, also before the command. Variables in brackets.', ...sections]
}

const STATUSES: [string, string][] = [
  ['0', 'Done.'],
  ['1', 'The operation failed, or some of several things did.'],
  ['2', 'The command line is wrong.'],
  ['3', 'Authentication or configuration is wrong or missing.'],
  ['4', 'What was named was not found.'],
  ['5', 'Conflict with the state it is in, or an ambiguous name.'],
  ['6', 'Time ran out, or what was waited for failed.'],
  ['127', 'No such command, or one whose plugin is not installed.'],
  ['130', 'Interrupted.'],
]

export const exitCodesPage = (width: number): string[] => [
  'What the exit status says.',
  ...section('STATUS', definitions(STATUSES, width)),
  ...section('CODES (osc why, and the errors of a command with -f json)', definitions(codes(), width)),
]

const codes = (): [string, string][] => ERROR_CODES.map(({code, status, meaning}) => [code, `${meaning} [${status}]`])
