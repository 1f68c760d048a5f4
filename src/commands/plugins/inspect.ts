import PluginsInfo from '#commands/plugins/info'

/** The name that oclif has for it. */
export default class PluginsInspect extends PluginsInfo {
  static override hidden = true
}
