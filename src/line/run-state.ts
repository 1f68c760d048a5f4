import type {CloudConfig} from '#cloud/config/types'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/** What is known about a run when it fails; error reports use it. */
export interface RunState {
  /** The command's id with spaces. */
  command?: string
  plugin?: IndexedPlugin
  index?: PluginIndex
  /** Hooks of plugins may have been called, and have left something running. */
  hooked?: boolean
  /** The configuration, once it was read. */
  config?: () => CloudConfig | undefined
  /** Hides every secret that was sent or received. */
  masked?: (text: string) => string
}
