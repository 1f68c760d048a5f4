import type {DeclaredServiceType} from '#cloud/service-types'

/** How a plugin came here: with the core or its set, by `osc plugins install` or `link`, or beside the core by npm. */
export type PluginKind = 'core' | 'bundled' | 'user' | 'link' | 'global'

/** A plugin as the index knows it: enough to find and load its commands without opening its files. */
export interface IndexedPlugin {
  name: string
  version: string
  root: string
  kind: PluginKind
  /** First words that stand for the plugin: `heat`, `orchestration`. */
  namespaces: readonly string[]
  /** Service types it serves. */
  services: readonly string[]
  displayName: string
  /** Nouns, and commands of one word, that the first page of help lists first. */
  nouns?: readonly string[]
  /** Where its compiled commands are, below the root. */
  commandsDir: string
  /** Its additions to tables of the core: a JSON file below the root. */
  data?: string
  /** Service types that the core does not know. */
  serviceTypes?: Readonly<Record<string, DeclaredServiceType>>
  /** Codes of failures of anybody's commands that it has remedies for. */
  advises?: readonly string[]
  /** A plain oclif plugin, without an `osc` section: its commands run with oclif's own configuration. */
  foreign: boolean
  /** Why it does not run with this core, and what to do: its commands are known anyway. */
  unfit?: {reason: string; fix: string}
}

/** An output format of a plugin. */
export interface IndexedFormatter {
  /** The plugin's place in `plugins`. */
  plugin: number
  /** Its module, below the plugin's root. */
  module: string
  /** What it is, one sentence. */
  summary: string
}

/** What a plugin may be called at, as oclif names it: before a command, after one that succeeded, at the end of any. */
export const HOOK_EVENTS = ['prerun', 'postrun', 'finally'] as const
export type HookEvent = (typeof HOOK_EVENTS)[number]

/** A hook of a plugin. */
export interface PluginHook {
  event: HookEvent
  /** Its module, below the plugin's root; the ending may be missing. */
  target: string
  /** The name that the module exports it by. */
  identifier: string
}

/** A package that should be a plugin and cannot be used. */
export interface BrokenPlugin {
  name: string
  kind: PluginKind
  root: string
  /** One line: what is wrong, with the file. */
  reason: string
  /** How to fix it: a command line. */
  fix: string
}

/** What a start needs to know of all plugins; kept in the cache directory. */
export interface PluginIndex {
  plugins: readonly IndexedPlugin[]
  /** Command id with spaces ("stack list") to the plugin's place in `plugins`. */
  commands: Readonly<Record<string, number>>
  /** Another name of a command to its id. */
  aliases: Readonly<Record<string, string>>
  /** A command that another plugin has too, by its namespace ("heat stack list"), to its id in its own plugin. */
  shadowed: Readonly<Record<string, string>>
  /** Output formats that plugins add, by the name that -f takes. */
  formatters: Readonly<Record<string, IndexedFormatter>>
  /** Hooks of plugins, with each plugin's place in `plugins`. */
  hooks: readonly (PluginHook & {plugin: number})[]
  /** Command ids that help does not list. */
  hidden: readonly string[]
  /** Plugins that could not be read. */
  broken: readonly BrokenPlugin[]
}

/** What two plugins both claim; the first has it. */
export interface Conflict {
  kind: 'command' | 'alias' | 'namespace' | 'formatter'
  /** The command, alias, namespace or output format. */
  name: string
  winner: string
  loser: string
  /** The line that reaches the loser's; undefined where nothing does. */
  reach: string | undefined
}
