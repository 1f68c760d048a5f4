import {isSecretKey} from '#cloud/config/secret-keys'
import type {CloudConfig} from '#cloud/config/types'
import {errorCodes} from '#error-codes'
import type {Page} from '#help/page'
import {asText} from '#json'
import {type GlobalOption, globalOptions} from '#line/global-options'
import {sentences} from '#text/sentences'

const GROUPS = {
  tool: 'TOOL',
  cloud: 'CLOUD',
  authentication: 'AUTHENTICATION',
  'API versions': 'API VERSIONS',
} as const

/** Every global option with its environment variable, and the value in force with its source. */
export function optionsPage(config: CloudConfig | undefined): Page {
  const sections = Object.entries(GROUPS).map(([group, title]) => {
    const entries = globalOptions()
      .filter((option) => option.group === group)
      .map((option): [string, string] => {
        const term = `${option.char ? `-${option.char}, ` : ''}${option.name}${option.value ? ` ${option.value}` : ''}`
        const choices = option.choices && option.choices.length < 6 ? `One of ${option.choices.join(', ')}.` : ''
        const env = option.env ? ` [${option.env}]` : ''
        return [term, `${sentences(option.summary, choices)}${env}${config ? inForce(option, config) : ''}`]
      })
    return {title, entries}
  })
  const intro = [
    'Options that are accepted anywhere on the command line, also before the command. Environment variables are in brackets.',
  ]
  return {title: 'options', intro, sections}
}

function inForce({dest}: GlobalOption, config: CloudConfig): string {
  if (dest === 'cloud')
    return config.name === undefined ? '' : ` Current value: ${config.name} (${config.sources.cloud?.name}).`
  const setting = dest.replace(/^os_(?=\w+_api_version$)/, '')
  const inAuth = config.auth[setting] !== undefined
  const source = config.sources[inAuth ? `auth.${setting}` : setting]
  const value = inAuth ? asText(config.auth[setting]) : settingOf(setting, config)
  if (value === undefined || !source) return ''
  return ` Current value: ${isSecretKey(setting) ? '(secret)' : value} (${source.name}).`
}

function settingOf(setting: string, config: CloudConfig): string | undefined {
  const fields: Record<string, string | undefined> = {
    region_name: config.region,
    interface: config.interface,
    auth_type: config.authType,
    cacert: config.cacert,
    cert: config.cert,
    key: config.key,
  }
  return fields[setting] ?? asText(config.settings[setting])
}

const STATUSES: [string, string][] = [
  ['0', 'Success.'],
  ['1', 'The operation failed, or some of several operations failed.'],
  ['2', 'The command line is not valid.'],
  ['3', 'Authentication or configuration is wrong or missing.'],
  ['4', 'The named resource or file was not found.'],
  ['5', 'Conflict with the state of the resource, or an ambiguous name.'],
  ['6', 'A request timed out, or an operation that osc waited for failed.'],
  ['127', 'The command does not exist, or its plugin is not installed.'],
  ['129', 'Hung up: the terminal was closed.'],
  ['130', 'Interrupted.'],
  ['143', 'Terminated.'],
]

export const exitCodesPage = (program = 'osc'): Page => ({
  title: 'exit-codes',
  intro: ['Exit codes and error codes.'],
  sections: [
    {title: 'EXIT CODES', entries: STATUSES},
    {title: `ERROR CODES (details: ${program} why CODE)`, entries: codes()},
  ],
})

const codes = (): [string, string][] =>
  errorCodes().map(({code, status, meaning, also}) => [
    code,
    `${meaning} [${status}]${also.length > 0 ? ` Also ${also.join(', ')}.` : ''}`,
  ])
