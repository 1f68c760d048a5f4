import {isAbsolute, join} from 'node:path'
import type {DeclaredServiceType} from '#cloud/service-types'
import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '#json'
import type {Candidate} from '#plugins/candidates'
import {unpackManifest} from '#plugins/packed-manifest'
import type {Reading} from '#plugins/reading'
import {flag, list, object, open, table, text, word} from '#plugins/shape'
import {HOOK_EVENTS, type HookEvent, type IndexedPlugin, type PluginHook} from '#plugins/types'

/** A command of a manifest, as far as the index goes. Ids with spaces. */
export interface ListedCommand {
  id: string
  aliases: readonly string[]
  hidden: boolean
}

export interface ReadPlugin {
  plugin: IndexedPlugin
  hooks: readonly PluginHook[]
  /** Its output formats, by name. */
  formatters: Readonly<Record<string, {module: string; summary: string}>>
  commands: readonly ListedCommand[]
  /** The range of cores it works with, as `osc.core` says. */
  coreRange: string | undefined
  broughtBy: string | undefined
}

/** Reads a plugin's package.json and oclif.manifest.json; throws an error of one line when either makes no sense. */
export function readPlugin(candidate: Candidate, pjson: JsonObject, reading: Reading): ReadPlugin {
  const {name, root, kind} = candidate
  const oclif = asObject(pjson.oclif)
  const osc = sectionOf(pjson)
  const version = asText(pjson.version)
  if (version === undefined) throw new Error('package.json has no version')
  if (kind !== 'core' && !isObject(pjson.oclif)) throw new Error('package.json does not have an oclif section')
  const manifest = unpackManifest(reading.json(join(root, 'oclif.manifest.json'))) as JsonObject
  const plugin = {
    name,
    root,
    kind,
    foreign: kind !== 'core' && pjson.osc === undefined,
    version,
    namespaces: words(osc.namespaces, 'osc.namespaces'),
    services: words(osc.services, 'osc.services'),
    displayName: asText(osc.displayName) ?? name,
    ...(osc.data !== undefined && {data: insidePath(osc.data, 'osc.data')}),
    ...(osc.serviceTypes !== undefined && {serviceTypes: declaredTypes(osc.serviceTypes)}),
    ...(osc.nouns !== undefined && {nouns: words(osc.nouns, 'osc.nouns')}),
    ...(osc.advises !== undefined && {advises: words(osc.advises, 'osc.advises')}),
    commandsDir: asText(oclif.commands) ?? asText(asObject(oclif.commands).target) ?? './dist/commands',
  }
  return {
    plugin,
    hooks: HOOK_EVENTS.flatMap((event) => hooksAt(event, asObject(oclif.hooks)[event])),
    formatters: formattersOf(osc),
    commands: listedCommands(manifest),
    coreRange: asText(osc.core),
    broughtBy: candidate.broughtBy,
  }
}

function sectionOf({osc}: JsonObject): JsonObject {
  if (osc === undefined || isObject(osc)) return asObject(osc)
  throw new Error('package.json: the osc section is not an object')
}

/** As oclif has it: the path of a module, or the path and the name of an export, or several of these. */
function hooksAt(event: HookEvent, declared: Json | undefined): PluginHook[] {
  const all = Array.isArray(declared) ? declared : declared === undefined ? [] : [declared]
  return all.map((entry) => {
    const {target, identifier = 'default'} = isObject(entry) ? entry : {target: entry}
    if (typeof target === 'string' && typeof identifier === 'string') return {event, target, identifier}
    throw new Error(`package.json: oclif.hooks.${event} does not name a module`)
  })
}

const FORMAT_NAME = /^[a-z][a-z0-9-]*$/

function formattersOf({formatters = {}}: JsonObject): ReadPlugin['formatters'] {
  if (!isObject(formatters)) throw new Error('package.json: osc.formatters is not an object')
  const entries = Object.entries(formatters).map(([name, entry]): [string, {module: string; summary: string}] => {
    const {module, summary} = asObject(entry)
    if (!FORMAT_NAME.test(name)) throw new Error(`package.json: osc.formatters: '${name}' is not a format name`)
    if (typeof module === 'string' && typeof summary === 'string') return [name, {module, summary}]
    throw new Error(`package.json: osc.formatters.${name} does not have a module and a summary`)
  })
  return Object.fromEntries(entries)
}

const SERVICE_TYPES = table(
  object({}, {aliases: list(word), path: word, microversions: object({}, {name: word, header: word})}),
)

function declaredTypes(value: Json): Readonly<Record<string, DeclaredServiceType>> {
  const [problem] = SERVICE_TYPES(value, 'osc.serviceTypes')
  if (problem !== undefined) throw new Error(`package.json: ${problem}`)
  return value as Readonly<Record<string, DeclaredServiceType>>
}

/** A file below the plugin's own folder. */
function insidePath(value: Json, what: string): string {
  if (typeof value === 'string' && !isAbsolute(value) && !value.split(/[\\/]/).includes('..')) return value
  throw new Error(`package.json: ${what} is not a path inside the plugin`)
}

function words(value: unknown, what: string): string[] {
  const all = value === undefined ? [] : value
  if (Array.isArray(all) && all.every((each) => typeof each === 'string')) return all
  throw new Error(`package.json: ${what} is not a list of strings`)
}

function listedCommands({commands}: JsonObject): ListedCommand[] {
  if (!isObject(commands)) throw new Error('oclif.manifest.json does not list commands')
  return Object.entries(commands).map(([key, entry]) => {
    if (!isObject(entry)) throw badCommand(key, 'is not an object')
    const {id, flags, args, hidden} = entry
    if (typeof id !== 'string' || !WORDS.test(id)) throw badCommand(key, 'does not have a valid id')
    if (!isTable(flags) || !isTable(args)) throw badCommand(key, 'does not describe its flags and arguments')
    const [problem] = COMMAND(entry, '')
    if (problem !== undefined) throw badCommand(key, `is not valid: ${problem.replace(/^\./, '')}`)
    const aliases = [...asArray(entry.aliases), ...asArray(entry.hiddenAliases)].filter(isWords)
    return {id: spaced(id), aliases: aliases.map(spaced), hidden: hidden === true}
  })
}

const WORDS = /^[A-Za-z0-9][\w.-]*(?::[A-Za-z0-9][\w.-]*)*$/
const isWords = (text: unknown): text is string => typeof text === 'string' && WORDS.test(text)

const isTable = (value: unknown): boolean =>
  isObject(value) && Object.values(value).every((each) => isObject(each) && typeof each.name === 'string')

const texts = list(text)
const flagShape = open({
  name: text,
  char: text,
  description: text,
  summary: text,
  helpValue: (value, where) => (Array.isArray(value) ? texts(value, where) : text(value, where)),
  helpGroup: text,
  env: text,
  aliases: texts,
  options: texts,
  hidden: flag,
  required: flag,
  multiple: flag,
})

/** What help, completion, search and suggestions go through, so that they need not doubt it. */
const COMMAND = open({
  summary: text,
  description: text,
  aliases: texts,
  hiddenAliases: texts,
  hidden: flag,
  flags: table(flagShape),
  args: table(open({name: text, description: text, options: texts})),
  roles: texts,
  calls: texts,
  seeAlso: texts,
  service: text,
  microversion: text,
  requires: text,
  needs: table(() => []),
})

const spaced = (id: string) => id.replaceAll(':', ' ')

const badCommand = (key: string, what: string) => new Error(`oclif.manifest.json: command '${key}' ${what}`)
