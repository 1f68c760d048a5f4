/** A command of a manifest as oclif writes it. */
interface ManifestCommand {
  id: string
  flags: Readonly<Record<string, Fields>>
  args: Readonly<Record<string, Fields>>
  [key: string]: unknown
}

type Fields = Readonly<Record<string, unknown>>

/** A manifest reduced to what help and suggestions need of a plugin that is not installed. */
interface PackedManifest {
  /** Flags that several commands have: a number in a command's `flags` is a place here. */
  shared: readonly Fields[]
  packed: readonly PackedCommand[]
}

interface PackedCommand {
  id: string
  flags: readonly (number | Fields)[]
  args: readonly Fields[]
  [key: string]: unknown
}

/** Beside flags and arguments. `calls` is left out: the requests of a command matter to who has it. */
const OF_COMMAND = [
  'id',
  'summary',
  'description',
  'examples',
  'aliases',
  'hiddenAliases',
  'hidden',
  'roles',
  'microversion',
  'requires',
  'needs',
  'service',
  'seeAlso',
]
const OF_FLAG = [
  'name',
  'type',
  'char',
  'aliases',
  'description',
  'summary',
  'default',
  'options',
  'helpValue',
  'helpGroup',
  'required',
  'multiple',
  'allowNo',
  'hidden',
  'env',
]
const OF_ARG = ['name', 'description', 'required', 'multiple', 'options', 'default']

export function packManifest(commands: readonly ManifestCommand[]): PackedManifest {
  const flags = commands.flatMap((command) => Object.values(command.flags).map((flag) => textOf(flag)))
  const counts = Map.groupBy(flags, (text) => text)
  const places = new Map([...counts].filter(([, same]) => same.length > 1).map(([text], place) => [text, place]))
  return {
    shared: [...places.keys()].map((text) => JSON.parse(text) as Fields),
    packed: commands.map((command) => ({
      ...only(OF_COMMAND, command),
      id: command.id,
      flags: Object.values(command.flags).map((flag) => places.get(textOf(flag)) ?? only(OF_FLAG, flag)),
      args: Object.values(command.args).map((arg) => only(OF_ARG, arg)),
    })),
  }
}

const textOf = (flag: Fields) => JSON.stringify(only(OF_FLAG, flag))

/** What says nothing is left out. */
const only = (keys: readonly string[], from: Fields): Fields =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = from[key]
      const isEmpty = value === undefined || value === false || (Array.isArray(value) && value.length === 0)
      // No roles needed is something else than no roles declared.
      return isEmpty && !(key === 'roles' && value !== undefined) ? [] : [[key, value]]
    }),
  )

/** A manifest as oclif writes it, from either form. */
export function unpackManifest<T extends object>(manifest: T | PackedManifest): T | {commands: Record<string, object>} {
  if (!('packed' in manifest)) return manifest
  const {shared, packed} = manifest
  const commands = packed.map(({flags, args, ...command}): [string, object] => [
    command.id,
    {
      ...command,
      flags: byName(flags.map((flag) => (typeof flag === 'number' ? (shared[flag] ?? {}) : flag))),
      args: byName(args),
    },
  ])
  return {commands: Object.fromEntries(commands)}
}

const byName = (all: readonly Fields[]) => Object.fromEntries(all.map((each) => [String(each.name), each]))
