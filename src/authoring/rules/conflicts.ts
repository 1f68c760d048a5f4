import type {Finding, LintedPlugin, Rule} from '#authoring/rules/rule'
import {asArray, asObject, asText} from '#json'
import {CORE_FORMATS} from '#output/format-names'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/** Neither the core nor another plugin, installed or known, has a command, namespace or output format of the same name. */
export const conflicts: Rule = (plugin) => {
  const own = asText(plugin.packageJson.name)
  const {namespaces, formatters} = asObject(plugin.packageJson.osc)
  const others = [plugin.index, plugin.known].map((index) => claimsOf(index, own))
  const claimed = (kind: keyof Claims, names: readonly string[], word: string): Finding[] =>
    names.flatMap((name) => {
      const owner = others.map((claims) => claims[kind](name)).find((found) => found !== undefined)
      return owner === undefined ? [] : [{where: name, message: `${owner} already has ${word} with this name.`}]
    })
  const formats = Object.keys(asObject(formatters))
  return [
    ...claimed('command', idsOf(plugin), 'a command'),
    ...claimed(
      'namespace',
      asArray(namespaces).flatMap((word) => asText(word) ?? []),
      'a namespace',
    ),
    ...claimed('formatter', formats, 'an output format'),
  ]
}

const idsOf = ({commands}: LintedPlugin): string[] => commands.map(({id}) => id)

/** Who has a name already; undefined when nobody has, or only the plugin itself. */
interface Claims {
  command(id: string): string | undefined
  namespace(word: string): string | undefined
  formatter(name: string): string | undefined
}

function claimsOf({plugins, commands, aliases, formatters}: PluginIndex, own: string | undefined): Claims {
  const nameOf = (plugin: IndexedPlugin | undefined) => (plugin?.name === own ? undefined : plugin?.name)
  return {
    command: (id) => nameOf(plugins[commands[aliases[id] ?? id] ?? -1]),
    namespace: (word) => nameOf(plugins.find(({name, namespaces}) => name !== own && namespaces.includes(word))),
    formatter: (name) => (CORE_FORMATS.has(name) ? '@osc-cli/core' : nameOf(plugins[formatters[name]?.plugin ?? -1])),
  }
}
