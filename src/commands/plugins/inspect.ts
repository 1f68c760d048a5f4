import PluginsInfo from '#commands/plugins/info'

/** oclif's name of `plugins info`. */
export default class PluginsInspect extends PluginsInfo {
  static override hidden = true
}
