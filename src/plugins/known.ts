import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {asText} from '#json'
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

/** The index with the commands of those plugins after what is installed. */
export function withKnown(coreRoot: string, index: PluginIndex): PluginIndex {
  const known = knownIndex(coreRoot, index)
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
  return namesIn(folder).flatMap((entry) => {
    const root = join(folder, entry)
    const pjson = reading.json(join(root, 'package.json'))
    const name = asText(pjson.name) ?? entry
    return but.has(name) ? [] : [readPlugin({name, root, kind: 'bundled'}, pjson, reading)]
  })
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}
