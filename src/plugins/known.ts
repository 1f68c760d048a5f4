import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {indexOf} from '#plugins/merge'
import {readPlugin} from '#plugins/read-plugin'
import {Reading} from '#plugins/reading'
import type {PluginIndex} from '#plugins/types'

/** The set of all plugins of osc. */
export const SET = '@osc-cli/all'

/**
 * The plugins that this core was built with and that are not installed, as an index of their own: enough for help and for
 * saying what to install. Their `root` holds package.json and manifest, no code.
 */
export function knownIndex(coreRoot: string, installed: Pick<PluginIndex, 'plugins'>): PluginIndex {
  return indexOf(allKnown(coreRoot, new Set(installed.plugins.map(({name}) => name))))
}

/** The index with the commands of those plugins after what is installed; the same index where nothing is missing. */
export function withKnown(coreRoot: string, index: PluginIndex): PluginIndex {
  const known = knownIndex(coreRoot, index)
  if (known.plugins.length === 0) return index
  const moved = Object.entries(known.commands).map(([id, place]) => [id, place + index.plugins.length])
  return {
    ...index,
    plugins: [...index.plugins, ...known.plugins],
    commands: {...Object.fromEntries(moved), ...index.commands},
    aliases: {...known.aliases, ...index.aliases},
    hidden: [...index.hidden, ...known.hidden],
  }
}

function allKnown(coreRoot: string, but: ReadonlySet<string>) {
  const folder = join(coreRoot, 'dist/known')
  const reading = new Reading()
  return foldersIn(folder).flatMap((entry) => {
    const name = entry.replace('+', '/')
    if (but.has(name)) return []
    const root = join(folder, entry)
    return [readPlugin({name, root, kind: 'bundled'}, reading.json(join(root, 'package.json')), reading)]
  })
}

/** The name of a known plugin's folder: `@osc-cli+plugin-heat`. It names the plugin, so that those that are installed need not be read. */
export const knownFolder = (name: string): string => name.replace('/', '+')

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}
