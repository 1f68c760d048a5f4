import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** An option of the reference client. What is absent is false, once, or none. */
export interface ReferenceOption {
  flags: string[]
  takesValue?: true
  /** argparse's `nargs`, where it is not exactly one value. */
  nargs?: '?' | '*' | '+'
  required?: true
  repeatable?: true
  hidden?: true
  deprecated?: true
  /** argparse's name or the class of the action, where it is neither `store` nor `store_true`. */
  action?: string
  /** Attribute that is set, where it is not the long name. */
  dest?: string
  metavar?: string
  /** What a switch stores, or an option without a value. */
  const?: unknown
  /** Type of the value, where it is not a string: `int`. */
  valueType?: string
  choices?: (string | number)[]
  mutuallyExclusiveGroup?: string
  requiredKeys?: string[]
  optionalKeys?: string[]
}

export interface ReferencePositional {
  name: string
  metavar?: string
  required?: true
  /** Absent: exactly one. */
  nargs?: '?' | '*' | '+' | '...' | '1'
  choices?: (string | number)[]
  hidden?: true
  mutuallyExclusiveGroup?: string
}

/** A command of the reference client; README.md describes the fields. */
export interface ReferenceCommand {
  name: string
  /** Entry point group: `openstack.compute.v2`. */
  api: string
  kind: 'lister' | 'showone' | 'command'
  /** Package of the client. */
  client: string
  positionals: ReferencePositional[]
  options: ReferenceOption[]
  mutuallyExclusiveGroups?: {id: string; required?: true}[]
  defaultFormat?: string
  columns?: string[]
  columnsVary?: true
  longColumns?: string[]
  deprecated?: true
  authRequired?: false
}

interface ClientFile {
  client: string
  commands: (Omit<ReferenceCommand, 'client' | 'options' | 'positionals'> & Partial<ReferenceCommand>)[]
}

const folder = import.meta.dirname
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'))

/** Every command of the reference clients, by client. */
export function referenceCommands(): ReferenceCommand[] {
  return readdirSync(join(folder, 'commands'))
    .sort()
    .flatMap((file) => {
      const {client, commands} = readJson(join('commands', file)) as ClientFile
      return commands.map((command) => ({positionals: [], options: [], ...command, client}))
    })
}

/** Output options that every command of a kind has as well. */
export function formatterOptions(): Record<string, {options: ReferenceOption[]}> {
  return readJson('formatters.json') as Record<string, {options: ReferenceOption[]}>
}
