/** A plugin as the index knows it: enough to find and load its commands without opening its files. */
export interface IndexedPlugin {
  name: string
  version: string
  root: string
  kind: 'core' | 'bundled' | 'user' | 'link'
  /** First words that stand for the plugin: `heat`, `orchestration`. */
  namespaces: readonly string[]
  /** Service types it serves. */
  services: readonly string[]
  displayName: string
  /** Where its compiled commands are, below the root. */
  commandsDir: string
  /** A plain oclif plugin, without an `osc` section: its commands run with oclif's own configuration. */
  foreign: boolean
}

/** What a start needs to know of all plugins; kept in the cache directory. */
export interface PluginIndex {
  plugins: readonly IndexedPlugin[]
  /** Command id with spaces ("stack list") to the plugin's place in `plugins`. */
  commands: Readonly<Record<string, number>>
  /** Another name of a command to its id. */
  aliases: Readonly<Record<string, string>>
  /** Command ids that help does not list. */
  hidden: readonly string[]
  /** Plugins that could not be read: name and reason. */
  broken: readonly {name: string; reason: string}[]
}
