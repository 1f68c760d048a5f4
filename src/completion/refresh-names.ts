import {join, resolve} from 'node:path'
import {folderOf, writePrivate} from '#cloud/cache/files'
import {defaultCloudFile} from '#cloud/config/default-cloud'
import {listClouds} from '#cloud/config/list'
import {candidates} from '#cloud/config/places'
import {NAMES_FORMAT, type NamesFile, namesFile, type Selection} from '#completion/live'
import {columnsOf, lookOf, OWN_REGION} from '#completion/table'
import {readContext} from '#context/read'
import {splitLine} from '#line/split'
import {dataDirOf, homeOf} from '#process'

/** Writes the names that are cached for the selected cloud into one file, for the key presses that follow. */
export async function refreshNames(selection: Selection): Promise<void> {
  const {words, env, cwd, cacheDir} = selection
  // What is looked at is noted before it is read: a change in between is seen at the next key press.
  const made = Object.fromEntries(watched(selection).map((path) => [path, lookOf(path)]))
  const context = await readContext({options: optionsOf(words), env, cwd, cacheDir})
  const names = Object.entries(context.names).map(([noun, {value}]): [string, [string, string][]] => {
    const unique = new Map(
      value.map(({name, status, description}) => [name, [status, description].filter(Boolean).join(', ')]),
    )
    return [noun, [...unique].sort(([a], [b]) => (a < b ? -1 : 1))]
  })
  const columns = Object.entries(context.columns ?? {}).map(([command, list]): [string, [string, string][]] => [
    columnsOf(command),
    list.map((name) => [name, '']),
  ])
  const stored: NamesFile = {
    format: NAMES_FORMAT,
    made,
    names: {
      ...Object.fromEntries([...names, ...columns]),
      cloud: await cloudNames(selection),
      [OWN_REGION]: await regionNames(selection),
    },
  }
  writePrivate(namesFile(selection), JSON.stringify(stored))
}

/** The clouds that can be selected, each with where it is defined; none where a file is malformed. */
async function cloudNames({env, cwd}: Selection): Promise<[string, string][]> {
  const clouds = await listClouds({options: {}, env, cwd, home: homeOf(env)}).catch(() => [])
  return clouds.map(({name, place}) => [name, place])
}

/** The regions of the selected cloud: those of its entry and of its cached catalog. */
async function regionNames({words, env, cwd, cacheDir}: Selection): Promise<[string, string][]> {
  // What is typed of a region so far must not select one.
  const {region_name: _, ...options} = optionsOf(words)
  const {config, access} = await readContext({options, env, cwd, cacheDir})
  const clouds = await listClouds({options, env, cwd, home: homeOf(env)}).catch(() => [])
  const listed = clouds.find(({name}) => name === config?.name)?.regions ?? []
  const offered = (access?.value.catalog ?? []).flatMap(({endpoints}) => endpoints.map(({region}) => region ?? ''))
  return [...new Set([...listed, ...offered])].filter(Boolean).map((name) => [name, ''])
}

/** The cache's folder, which every log-in and every list changes, and wherever a cloud may be described. */
function watched({env, cwd, cacheDir}: Selection): string[] {
  const places = {env, cwd, home: homeOf(env)}
  const usual = ['clouds', 'secure', 'clouds-public'].flatMap((stem) => candidates(stem, places))
  const named = [env.OS_CLIENT_CONFIG_FILE, env.OS_CLIENT_SECURE_FILE, env.OS_CLIENT_VENDOR_FILE]
  const own = [defaultCloudFile(places), join(dataDirOf(env), 'clouds.yaml')]
  return [
    ...new Set([folderOf(cacheDir), ...own, ...usual, ...named.flatMap((file) => (file ? [resolve(cwd, file)] : []))]),
  ]
}

function optionsOf(words: readonly string[]): Readonly<Record<string, string | true>> {
  try {
    return splitLine(words).options
  } catch {
    // A line that is being typed may be wrong so far: then it selects what the environment does.
    return {}
  }
}
