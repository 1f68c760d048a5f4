import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {discover} from '#plugins/discover'
import type {PluginIndex} from '#plugins/types'

interface Stored {
  format: number
  /** File to what it looked like: modification time and size, or `absent`. */
  made: Record<string, string>
  index: PluginIndex
}

const FORMAT = 1

/**
 * The index of all plugins' commands, from the cache as long as none of the files it was made from has changed. A cache
 * that cannot be read or written only costs time.
 */
export function loadIndex(places: {coreRoot: string; root: string; dataDir: string; cacheDir: string}): PluginIndex {
  const file = join(places.cacheDir, `plugins-${fingerprint(places.root + places.dataDir)}.json`)
  const stored = readStored(file)
  if (stored && Object.entries(stored.made).every(([path, mark]) => markOf(path) === mark)) return stored.index
  const {index, files} = discover(places.coreRoot, places.root, places.dataDir)
  store(file, places.cacheDir, {
    format: FORMAT,
    made: Object.fromEntries(files.map((path) => [path, markOf(path)])),
    index,
  })
  return index
}

function readStored(file: string): Stored | undefined {
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored
    return stored.format === FORMAT ? stored : undefined
  } catch {
    return undefined
  }
}

function markOf(path: string): string {
  const stat = statSync(path, {throwIfNoEntry: false})
  return stat ? `${stat.mtimeMs} ${stat.size}` : 'absent'
}

/** Written beside and renamed, so that no reader ever sees half an index. */
function store(file: string, folder: string, stored: Stored): void {
  try {
    mkdirSync(folder, {recursive: true, mode: 0o700})
  } catch {
    return
  }
  const draft = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(draft, JSON.stringify(stored), {mode: 0o600, flag: 'wx'})
    renameSync(draft, file)
  } catch {
    rmSync(draft, {force: true})
  }
}

/** Removes every index below `cacheDir`; the next start makes one anew. */
export function clearIndex(cacheDir: string): void {
  if (!existsSync(cacheDir)) return
  for (const name of readdirSync(cacheDir))
    if (/^plugins-[0-9a-f]{8}\.json/.test(name)) rmSync(join(cacheDir, name), {force: true})
}

/** FNV-1a: names a file, protects nothing. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
