import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Plugin} from '@oclif/core/config'
import {addLeftOut} from '#authoring/left-out'

/** Writes a package's oclif.manifest.json from its compiled commands. */
export async function writeManifest(folder: string): Promise<void> {
  const plugin = new Plugin({root: folder, type: 'core', ignoreManifest: true, errorOnManifestCreate: true})
  await plugin.load()
  await addLeftOut(plugin)
  writeFileSync(join(folder, 'oclif.manifest.json'), `${JSON.stringify(plugin.manifest)}\n`)
}
