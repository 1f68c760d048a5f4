import {resolve} from 'node:path'
import {folderOf, writePrivate} from '#cloud/cache/files'
import {candidates} from '#cloud/config/places'
import {NAMES_FORMAT, type NamesFile, namesFile, type Selection} from '#completion/live'
import {lookOf} from '#completion/table'
import {readContext} from '#context/read'
import {splitLine} from '#line/split'
import {homeOf} from '#process'

/** Reads which names the selected cloud was seen to have, and keeps them for the key presses to come. */
export async function refreshNames(selection: Selection): Promise<void> {
  const {words, env, cwd, cacheDir} = selection
  // What is looked at is noted before it is read: a change in between is seen at the next key press.
  const made = Object.fromEntries(watched(selection).map((path) => [path, lookOf(path)]))
  const context = await readContext({options: optionsOf(words), env, cwd, cacheDir})
  const names = Object.entries(context.names).map(([noun, {value}]): [string, [string, string][]] => {
    const seen = new Map(
      value.map(({name, status, description}) => [name, [status, description].filter(Boolean).join(', ')]),
    )
    return [noun, [...seen].sort(([a], [b]) => (a < b ? -1 : 1))]
  })
  const stored: NamesFile = {format: NAMES_FORMAT, made, names: Object.fromEntries(names)}
  writePrivate(namesFile(selection), JSON.stringify(stored))
}

/** The cache's folder, which every log-in and every list changes, and wherever a cloud may be described. */
function watched({env, cwd, cacheDir}: Selection): string[] {
  const places = {env, cwd, home: homeOf(env)}
  const usual = ['clouds', 'secure', 'clouds-public'].flatMap((stem) => candidates(stem, places))
  const named = [env.OS_CLIENT_CONFIG_FILE, env.OS_CLIENT_SECURE_FILE, env.OS_CLIENT_VENDOR_FILE]
  return [...new Set([folderOf(cacheDir), ...usual, ...named.flatMap((file) => (file ? [resolve(cwd, file)] : []))])]
}

function optionsOf(words: readonly string[]): Readonly<Record<string, string | true>> {
  try {
    return splitLine(words).options
  } catch {
    // A line that is being typed may be wrong so far: then it selects what the environment does.
    return {}
  }
}
