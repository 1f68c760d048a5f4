import type {Completion, Names} from '#completion/candidates'
import {namesFile, readNames} from '#completion/live'
import type {refreshCompletion} from '#completion/refresh'
import type {refreshNames} from '#completion/refresh-names'
import {readTable, type Table, tableFile} from '#completion/table'
import {dataDirOf, linkedAs} from '#process'

/** Where osc is and keeps things, and the core itself for when the table is missing or old. */
export interface CompletionRuntime {
  root: string
  coreRoot: string
  cacheDir: string
  env: Readonly<Record<string, string | undefined>>
  cwd: string
  core: () => Promise<{refreshCompletion: typeof refreshCompletion; refreshNames: typeof refreshNames}>
}

/** Names are read, and rebuilt if needed, only where the line has a place for them. */
export async function withNames(
  work: (names: Names) => Completion,
  words: readonly string[],
  {cacheDir, env, cwd, core}: CompletionRuntime,
): Promise<Completion> {
  const requested: string[] = []
  const first = work((noun) => {
    requested.push(noun)
    return []
  })
  const [noun] = requested
  if (noun === undefined || env.OSC_NO_CACHE) return first
  const selection = {words, cacheDir, env, cwd}
  const file = namesFile(selection)
  const kept = readNames(file, noun)
  if (kept) return work(() => kept)
  await (await core()).refreshNames(selection)
  return work(() => readNames(file, noun) ?? [])
}

export async function currentTable({
  root,
  coreRoot,
  cacheDir,
  env,
  core,
}: CompletionRuntime): Promise<Table | undefined> {
  const dataDir = dataDirOf(env)
  const linkedRoot = linkedAs(process.argv[1], root)
  const file = tableFile(cacheDir, linkedRoot ?? root, dataDir)
  const table = readTable(file)
  if (table) return table
  ;(await core()).refreshCompletion({root, linkedRoot, coreRoot, cacheDir, dataDir})
  return readTable(file)
}
