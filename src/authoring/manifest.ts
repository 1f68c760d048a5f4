import {globSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {Plugin} from '@oclif/core/config'
import {addLeftOut} from '#authoring/left-out'
import {asObject, asText, decodeJson} from '#json'
import {isCommandClass} from '#plugins/load'
import {oneLine} from '#plugins/reading'

/** Where a package's compiled commands are, below its folder. */
export function commandsFolder(folder: string): string {
  const {oclif} = asObject(decodeJson(readFileSync(join(folder, 'package.json'), 'utf8')))
  return asText(asObject(oclif).commands) ?? './dist/commands'
}

/** Writes a package's oclif.manifest.json from its compiled commands; an error names the first file that is not a command. */
export async function writeManifest(folder: string): Promise<void> {
  await loadCommands(join(folder, commandsFolder(folder)))
  const plugin = new Plugin({root: folder, type: 'core', ignoreManifest: true, errorOnManifestCreate: true})
  await plugin.load()
  await addLeftOut(plugin)
  writeFileSync(join(folder, 'oclif.manifest.json'), `${JSON.stringify(plugin.manifest)}\n`)
}

async function loadCommands(folder: string): Promise<void> {
  for (const file of globSync('**/*.js', {cwd: folder}).sort()) {
    const {default: command} = await importFile(join(folder, file), file)
    if (!isCommandClass(command)) throw new Error(`${file} does not export a command class as default`)
  }
}

/** Imports a built file of a package; an error names it. */
export async function importFile(path: string, name: string): Promise<{default?: unknown}> {
  try {
    return (await import(pathToFileURL(path).href)) as {default?: unknown}
  } catch (error) {
    throw new Error(`${name} does not load: ${oneLine(error)}`, {cause: error})
  }
}
