import {existsSync, globSync, readFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'

/** An option as a manifest describes it; what is absent is false or none. */
export interface DeclaredFlag {
  helpGroup?: string
  type: 'boolean' | 'option'
  char?: string
  aliases?: string[]
  charAliases?: string[]
  allowNo?: boolean
  required?: boolean
  hidden?: boolean
  /** May be given again. */
  multiple?: boolean
  /** Takes every word up to the next option. */
  greedy?: boolean
  /** The value when the option is given without one. */
  bare?: unknown
  options?: readonly string[]
  exclusive?: readonly string[]
  /** Options of which exactly one has to be given. */
  exactlyOne?: readonly string[]
  default?: unknown
  /** Keys of `key=value,key=value`. */
  keys?: {required?: readonly string[]; optional?: readonly string[]}
}

export interface DeclaredArg {
  name: string
  required?: boolean
  multiple?: boolean
  options?: readonly string[]
}

export interface DeclaredCommand {
  flags: Record<string, DeclaredFlag>
  args: Record<string, DeclaredArg>
  strict?: boolean
  /** The requests that it sends: `GET /v2.1/servers/{id}`. */
  calls?: string[]
}

/** Commands of one plugin by name: `stack create`. */
export interface Provider {
  /** `core`, or the plugin's folder: `orchestration`. */
  name: string
  commands: Map<string, DeclaredCommand>
}

interface ManifestCommand extends DeclaredCommand {
  id: string
  aliases?: string[]
  hiddenAliases?: string[]
}

const root = join(import.meta.dirname, '..', '..')

/** The core and every plugin of this repository, as built. */
export function providers(): Provider[] {
  const folders = globSync('plugins/*/package.json', {cwd: root}).sort().map(dirname)
  return [
    {name: 'core', commands: commandsOf('.')},
    ...folders.map((folder) => ({name: basename(folder), commands: commandsOf(folder)})),
  ]
}

/** The command with the longest name at the start of a line. */
export const commandOn = (argv: readonly string[], {commands}: Provider): [name: string, DeclaredCommand] | undefined =>
  [...commands]
    .filter(([name]) => `${argv.join(' ')} `.startsWith(`${name} `))
    .sort(([one], [other]) => other.length - one.length)[0]

function commandsOf(folder: string): Map<string, DeclaredCommand> {
  const file = join(root, folder, 'oclif.manifest.json')
  if (!existsSync(file)) throw new Error(`${join(folder, 'oclif.manifest.json')} does not exist: run npm run build.`)
  const {commands} = JSON.parse(readFileSync(file, 'utf8')) as {commands: Record<string, ManifestCommand>}
  return new Map(
    Object.values(commands).flatMap((command) =>
      [command.id, ...(command.aliases ?? []), ...(command.hiddenAliases ?? [])].map((id) => [
        id.replaceAll(':', ' '),
        command,
      ]),
    ),
  )
}
