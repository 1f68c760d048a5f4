/** A command of a manifest as oclif writes it. */
interface ManifestCommand {
  id: string
  flags: Readonly<Record<string, Fields>>
  args: Readonly<Record<string, Fields>>
  examples?: readonly (string | {command: string; description: string})[]
  [key: string]: unknown
}

type Fields = Readonly<Record<string, unknown>>

/** A manifest reduced to what help and suggestions need of a plugin that is not installed. */
interface PackedManifest {
  /** Flags and arguments that several commands have: a number in a command is a place here. */
  shared: readonly PackedFields[]
  packed: readonly PackedCommand[]
}

/** A flag or an argument. Few of them have more than a name and a description, and the type of a flag is rarely another one. */
type PackedFields = readonly [name: unknown, description: unknown, others?: Fields]

type PackedExample = string | readonly [command: string, description: string]

interface PackedCommand {
  id: string
  flags: readonly (number | PackedFields)[]
  args: readonly (number | PackedFields)[]
  examples?: readonly PackedExample[]
  [key: string]: unknown
}

const USUAL_TYPE = 'option'

/** Beside flags, arguments and examples. `calls` is left out: the requests of a command matter to who has it. */
const OF_COMMAND = [
  'id',
  'summary',
  'description',
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

/** Beside name, description and type. */
const OF_FLAG = [
  'char',
  'aliases',
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
const OF_ARG = ['required', 'multiple', 'options', 'default']

export function packManifest(commands: readonly ManifestCommand[]): PackedManifest {
  const all = commands.map((command) => ({
    command,
    flags: Object.values(command.flags).map(packFlag),
    args: Object.values(command.args).map((arg) => packFields(arg, only(OF_ARG, arg))),
  }))
  const texts = all.flatMap(({flags, args}) => [...flags, ...args].map((each) => JSON.stringify(each)))
  const counts = Map.groupBy(texts, (text) => text)
  const places = new Map([...counts].filter(([, same]) => same.length > 1).map(([text], place) => [text, place]))
  const placed = (fields: PackedFields) => places.get(JSON.stringify(fields)) ?? fields
  return {
    shared: [...places.keys()].map((text) => JSON.parse(text) as PackedFields),
    packed: all.map(({command, flags, args}) => ({
      ...only(OF_COMMAND, command),
      id: command.id,
      ...(command.examples?.length && {examples: command.examples.map(packExample)}),
      flags: flags.map(placed),
      args: args.map(placed),
    })),
  }
}

const packFlag = (flag: Fields): PackedFields =>
  packFields(flag, {...(flag.type !== USUAL_TYPE && {type: flag.type}), ...only(OF_FLAG, flag)})

const packFields = ({name, description = null}: Fields, others: Fields): PackedFields =>
  Object.keys(others).length > 0 ? [name, description, others] : [name, description]

const packExample = (example: string | {command: string; description: string}): PackedExample =>
  typeof example === 'string' ? example : [example.command, example.description]

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
  const unpack = (fields: readonly (number | PackedFields)[]) =>
    fields.map((each) => unpackFields(typeof each === 'number' ? (shared[each] ?? ['', null]) : each))
  const commands = packed.map(({flags, args, examples, ...command}): [string, object] => [
    command.id,
    {
      ...command,
      ...(examples && {examples: examples.map(unpackExample)}),
      flags: byName(unpack(flags).map((flag) => ({type: USUAL_TYPE, ...flag}))),
      args: byName(unpack(args)),
    },
  ])
  return {commands: Object.fromEntries(commands)}
}

const unpackFields = ([name, description, others]: PackedFields): Fields => ({
  name,
  ...(description !== null && {description}),
  ...others,
})

const unpackExample = (example: PackedExample) =>
  typeof example === 'string' ? example : {command: example[0], description: example[1]}

const byName = (all: readonly Fields[]) => Object.fromEntries(all.map((each) => [String(each.name), each]))
