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
  /** Where its compiled commands are, below the root. */
  commandsDir: string
  /** A plain oclif plugin, without an `osc` section: its commands run with oclif's own configuration. */
  foreign: boolean
  /** Why it does not run with this core, and what to do: its commands are known all the same. */
  unfit?: {reason: string; fix: string}
}

/** A package that should be a plugin and cannot be used. */
export interface BrokenPlugin {
  name: string
  kind: PluginKind
  root: string
  /** One line: what is wrong, with the file. */
  reason: string
  /** How to mend it: a command line. */
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
  /** Command ids that help does not list. */
  hidden: readonly string[]
  /** Plugins that could not be read. */
  broken: readonly BrokenPlugin[]
}

/** What two plugins both claim; the first has it. */
export interface Conflict {
  kind: 'command' | 'alias' | 'namespace'
  /** The command, alias or namespace. */
  name: string
  winner: string
  loser: string
  /** The line that reaches the loser's; undefined where nothing does. */
  reach: string | undefined
}
