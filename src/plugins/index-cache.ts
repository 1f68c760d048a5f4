import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {privateFolder, readPrivate, remove, sweep, TEMPORARY, writePrivate} from '#cloud/cache/files'
import type {Places} from '#plugins/candidates'
import {checksum, decodeIndex, encodeIndex} from '#plugins/index-file'
import {markOf} from '#plugins/reading'
import type {PluginIndex} from '#plugins/types'

/**
 * The index of all plugins' commands, from the cache as long as none of the files it was made from has changed. It says
 * what code runs: a file that is damaged, open to others or somebody else's is not believed. One that cannot be written only
 * costs time.
 */
export async function loadIndex(places: Places & {cacheDir: string}): Promise<PluginIndex> {
  const folder = folderOf(places.cacheDir)
  const file = join(folder, `${checksum(keyOf(places))}.json`)
  const text = readPrivate(file)
  const stored = text === undefined ? undefined : decodeIndex(text)
  if (stored?.made.every(([path, mark]) => markOf(path) === mark)) return stored.index
  return await makeIndex(places, folder, file)
}

async function makeIndex(places: Places, folder: string, file: string): Promise<PluginIndex> {
  const {discover} = await import('#plugins/discover')
  const {index, made} = discover(places)
  if (privateFolder(folder)) {
    writePrivate(file, encodeIndex({made, index}))
    sweep(folder)
  }
  return index
}

const keyOf = ({coreRoot, root, linkedRoot = '', dataDir}: Places) => [coreRoot, root, linkedRoot, dataDir].join('\n')

const folderOf = (cacheDir: string) => join(cacheDir, 'plugins')

/** Removes every index below `cacheDir`; the next start builds a new one. */
export function clearIndex(cacheDir: string): void {
  const folder = folderOf(cacheDir)
  for (const name of namesIn(folder))
    if (/^[0-9a-z]+-[0-9a-f]{8}\.json$/.test(name) || name.startsWith(TEMPORARY)) remove(join(folder, name))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
