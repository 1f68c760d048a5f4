import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** The facts about the peers' commands and SDK resources; test/reference/README.md explains the fields. */
const REFERENCE = process.env.OSC_REFERENCE ?? join(import.meta.dirname, '..', '..', 'test', 'reference')

export interface Positional {
  name: string
  metavar?: string
  nargs?: string | number
  required?: boolean
  choices?: readonly (string | number)[]
}

export interface Option {
  flags: readonly string[]
  dest: string
  takesValue: boolean
  metavar?: string
  nargs?: string | number
  choices?: readonly (string | number)[]
  const?: unknown
  required?: boolean
  action: string
  repeatable: boolean
  valueType?: string
  default?: unknown
  hidden?: boolean
  requiredKeys?: readonly string[]
  optionalKeys?: readonly string[]
  mutuallyExclusiveGroup?: string
}

export interface ReferenceCommand {
  name: string
  api: string
  kind: 'lister' | 'showone' | 'command'
  positionals: readonly Positional[]
  options: readonly Option[]
  columns?: readonly string[]
  longColumns?: readonly string[]
  notDefaultApi?: boolean
  ignoredByCore?: boolean
}

export interface ReferenceResource {
  path: string
  resource_key?: string
  resources_key?: string
  commit_method?: string
  create_method?: string
  max_microversion?: string
  query?: Readonly<Record<string, string>>
  attributes: Readonly<Record<string, {wire?: string; type?: string; in?: string; alternate_id?: boolean}>>
}

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T

/** The commands of a noun: its words and one verb. */
export function commandsOf(noun: string): ReferenceCommand[] {
  const files = globSync(join(REFERENCE, 'commands', '*.json'))
  return files
    .flatMap((file) => read<{commands: ReferenceCommand[]}>(file).commands)
    .filter(({name, notDefaultApi, ignoredByCore}) => {
      const isOfNoun = name.startsWith(`${noun} `) && !name.slice(noun.length + 1).includes(' ')
      return isOfNoun && !notDefaultApi && !ignoredByCore
    })
}

/** The SDK's resource: by `SERVICE/KEY` (`compute/v2.server_group.ServerGroup`), or the one whose wrapping key is the noun. */
export function resourceOf(noun: string, wanted: string | undefined): ReferenceResource | undefined {
  const key = noun.replaceAll(' ', '_')
  for (const file of globSync(join(REFERENCE, 'resources', '*.json'))) {
    const service = file.slice(file.lastIndexOf('/') + 1, -'.json'.length)
    for (const [name, resource] of Object.entries(read<Record<string, ReferenceResource>>(file))) {
      if (wanted === undefined ? resource.resource_key === key : wanted === `${service}/${name}`) return resource
    }
  }
  return undefined
}
