import {existsSync, globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject, asText} from '#json'
import {globalOptions} from '#line/global-options'
import {type ArgTable, parseCommand} from '#line/parse'
import {splitLine} from '#line/split'
import type {FlagTable} from '#line/tokens'
import {repository} from '../program.ts'
import type {Words} from './commands.ts'

interface Manifest {
  commands: Record<string, {id: string; aliases?: string[]; flags: FlagTable; args: ArgTable}>
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(repository, file), 'utf8'))

/** Every command that osc has here with its declarations, by its words. */
function readCommands(): Map<string, Manifest['commands'][string]> {
  // Those of the core come before oclif's own of the same name.
  const folders = ['node_modules/@oclif/plugin-plugins/', 'plugins/*/', '']
  const files = folders.flatMap((folder) => globSync(`${folder}oclif.manifest.json`, {cwd: repository}))
  const found = files.flatMap((file) => Object.values((readJson(file) as Manifest).commands))
  return new Map(
    found.flatMap((command) =>
      [command.id, ...(command.aliases ?? [])].map((id) => [id.replaceAll(':', ' '), command]),
    ),
  )
}

const commands = readCommands()
const namespaces = new Set(
  globSync('plugins/*/package.json', {cwd: repository}).flatMap((file) =>
    asArray(asObject(asObject(readJson(file)).osc).namespaces),
  ),
)
const root = asObject(readJson('package.json'))
const packages = new Set(
  globSync(['package.json', 'plugins/*/package.json', 'meta-package/package.json'], {cwd: repository}).map((file) =>
    asText(asObject(readJson(file)).name),
  ),
)

const starts = new Set(
  [...commands.keys()].flatMap((id) => id.split(' ').map((_, at, words) => words.slice(0, at + 1).join(' '))),
)

/** Whether a command begins with these words. */
export const isCommandStart = (words: string): boolean => starts.has(words)

/** What is wrong with a command that a page shows and no test runs; undefined when nothing is. */
export async function wrongWith([program = '', ...words]: Words): Promise<string | undefined> {
  if (program === 'osc') return await wrongWithOsc(words)
  if (program === 'npx') {
    const [tool = ''] = words
    return ['osc', 'node'].includes(tool) ? await wrongWith(words) : wrongWithTool(tool)
  }
  if (program === 'npm') return wrongWithNpm(words)
  if (program === 'node') return wrongWithFile(words.find((word) => !word.startsWith('-')) ?? '')
  if (program === 'cd' || program === 'openstack') return undefined
  return wrongWithFile(program)
}

async function wrongWithOsc(argv: Words): Promise<string | undefined> {
  try {
    const {rest, options} = splitLine(argv)
    const found = commandIn(rest) ?? (namespaces.has(rest[0] ?? '') ? commandIn(rest.slice(1)) : undefined)
    if (found === undefined)
      return rest.length === 1 && namespaces.has(rest[0] ?? '') ? undefined : `'${rest.join(' ')}' is not a command.`
    if (!options.help) await parseCommand(found.rest, found.command.flags, found.command.args, undefined)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The longest command that the words begin with, and what follows it. */
function commandIn(words: Words): {command: Manifest['commands'][string]; rest: Words} | undefined {
  const length = words.findLastIndex((_, at) => commands.has(words.slice(0, at + 1).join(' '))) + 1
  const command = commands.get(words.slice(0, length).join(' '))
  return command && {command, rest: words.slice(length)}
}

/** The same for one that a text names, which may be a beginning (`osc plugins`), abbreviated, or with its namespace. */
export function wrongWithSpoken([, ...argv]: Words): string | undefined {
  const options = argv.flatMap((word) => /--[\w-]+/.exec(word) ?? [])
  const end = argv.findIndex((word) => !/^[a-z][a-z-]*$/.test(word))
  const words = end < 0 ? argv : argv.slice(0, end)
  if (words[0] === 'help') return undefined
  const ids = [words, words.slice(1)].flatMap((typed) => [...commands.keys()].filter((id) => beginsWith(id, typed)))
  if (ids.length === 0) return `No command begins with '${words.join(' ')}'.`
  const known = new Set([...globalOptions().map(({name}) => name), ...optionsOf(words.join(' '))])
  const unknown = options.filter((option) => !known.has(option))
  return unknown.length === 0 ? undefined : `There is no option ${unknown.join(', ')}.`
}

const beginsWith = (id: string, typed: Words): boolean => {
  const words = id.split(' ')
  return typed.every((word, at) => words[at]?.startsWith(word))
}

const optionsOf = (id: string): string[] => Object.keys(commands.get(id)?.flags ?? {}).map((name) => `--${name}`)

/** Scripts of package.json are there, and what is installed is a package of this repository. */
function wrongWithNpm(words: Words): string | undefined {
  const [verb = '', ...rest] = words.filter((word) => !word.startsWith('-'))
  const script = verb === 'run' ? rest[0] : ['test', 'start'].includes(verb) ? verb : undefined
  if (script !== undefined) {
    return script in asObject(root.scripts) ? undefined : `Script '${script}' does not exist.`
  }
  if (verb === 'install') {
    const unknown = rest.filter((name) => !packages.has(name))
    return unknown.length === 0 ? undefined : `There is no package ${unknown.join(', ')}.`
  }
  return verb === 'ci' ? undefined : `npm ${verb} is not known here.`
}

const wrongWithTool = (name: string): string | undefined =>
  existsSync(join(repository, 'node_modules', '.bin', name)) ? undefined : `There is no ${name} in node_modules.`

const wrongWithFile = (file: string): string | undefined =>
  existsSync(join(repository, file)) ? undefined : `There is no file ${file}.`
