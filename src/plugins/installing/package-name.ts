import {knownIndex} from '#plugins/known'
import {ownerOf} from '#plugins/merge'
import type {PluginIndex} from '#plugins/types'

/** The package that a namespace stands for: `heat` is `@osc-cli/plugin-heat`; any other text as it is. A range stays after it. */
export function packageNamed(text: string, index: PluginIndex, coreRoot: string): string {
  const [, word = text, range = ''] = /^([a-z][\w-]*)(@.+)?$/.exec(text) ?? []
  const plugins = [...index.plugins, ...knownIndex(coreRoot, index).plugins].filter(({kind}) => kind !== 'core')
  const owner = ownerOf(word, plugins)
  return owner ? owner.name + range : text
}
