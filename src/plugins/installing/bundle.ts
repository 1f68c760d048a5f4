import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {OscError} from '#errors'
import {asArray, asObject, decodeJson} from '#json'
import type {Installer} from '#plugins/installing/install'
import {npm} from '#plugins/installing/npm'
import {oneLine} from '#plugins/reading'

/**
 * Packs plugins with all that they need into the one file `target`: a set, which `osc plugins install FILE` takes without a
 * network. `plugins`: name to exact version. Needs the registry.
 */
export async function bundlePlugins(
  plugins: Readonly<Record<string, string>>,
  target: string,
  io: Installer,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'osc-bundle-'))
  const run = {...io, cwd: folder}
  const names = Object.keys(plugins)
  const pjson = {
    name: 'osc-plugin-bundle',
    version: io.version,
    dependencies: plugins,
    bundleDependencies: names,
    oclif: {plugins: names},
    osc: {displayName: 'Bundle'},
  }
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify(pjson, null, 2))
    await npm(['install', '--ignore-scripts', '--omit=dev'], run)
    const answer = decodeJson(await npm(['pack', '--json', '--ignore-scripts'], run))
    const file = asObject(asArray(answer)[0]).filename
    if (typeof file !== 'string') throw new OscError('npm pack did not report the name of its file.')
    cpSync(join(folder, file), target)
  } catch (error) {
    if (error instanceof OscError || io.signal.aborted) throw error
    throw new OscError(`The bundle ${target} cannot be written: ${oneLine(error)}`, {cause: error})
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
