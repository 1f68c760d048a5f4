import {cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {knownFolder} from '../src/plugins/known.ts'
import {packManifest} from '../src/plugins/packed-manifest.ts'

interface Manifest {
  commands: Record<string, Parameters<typeof packManifest>[0][number]>
}

interface PackageJson {
  name: string
  version: string
  description?: string
  oclif?: object
  osc?: {data?: string}
}

/**
 * Leaves what the core should know of each plugin of this repository in `dist/known`: the part of package.json that describes
 * it, its tables, and its manifest as far as help pages need it. Nothing of it is read at a start.
 */
export function writeKnownPlugins(root: string, plugins: readonly string[]): void {
  const known = join(root, 'dist/known')
  rmSync(known, {recursive: true, force: true})
  for (const folder of plugins) {
    const {name, version, description, oclif, osc} = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    ) as PackageJson
    const target = join(known, knownFolder(name))
    mkdirSync(target, {recursive: true})
    writeFileSync(join(target, 'package.json'), JSON.stringify({name, version, description, oclif, osc}))
    const {commands} = JSON.parse(readFileSync(join(folder, 'oclif.manifest.json'), 'utf8')) as Manifest
    const packed = packManifest(Object.values(commands))
    writeFileSync(join(target, 'oclif.manifest.json'), JSON.stringify(packed))
    if (osc?.data !== undefined) cpSync(join(folder, osc.data), join(target, osc.data))
  }
}
