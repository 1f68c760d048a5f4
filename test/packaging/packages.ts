import {globSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {asArray, asObject, asText, decodeJson, type JsonObject} from '#json'
import {repository} from '../support/program.ts'
import {npm} from './npm.ts'

export interface PackedFile {
  path: string
  mode: number
}

/** A package as it would be published. */
export interface Packed {
  name: string
  version: string
  /** Its folder in this repository. */
  folder: string
  packageJson: JsonObject
  tarball: string
  shasum: string
  integrity: string
  files: readonly PackedFile[]
}

/** Packs the core, every plugin and the meta-package into `target`. Needs a build. */
export async function packAll(target: string): Promise<Packed[]> {
  const answer = decodeJson(
    await npm(['pack', '--workspaces', '--json', '--ignore-scripts', '--pack-destination', target]),
  )
  const known = sources()
  return asArray(answer).map((value) => {
    const {name, version, filename, shasum, integrity, files} = asObject(value)
    const source = known.find((each) => each.name === name)
    if (!source) throw new Error(`npm packed ${asText(name)}, which is no package of this repository.`)
    return {
      ...source,
      version: asText(version) ?? '',
      tarball: join(target, asText(filename) ?? ''),
      shasum: asText(shasum) ?? '',
      integrity: asText(integrity) ?? '',
      files: asArray(files)
        .map(asObject)
        .map(({path, mode}) => ({path: asText(path) ?? '', mode: Number(mode)})),
    }
  })
}

export type Source = Pick<Packed, 'name' | 'folder' | 'packageJson'>

/** All packages of this repository, as they are here. */
export function sources(): Source[] {
  const files = globSync(['package.json', 'plugins/*/package.json', 'meta-package/package.json'], {cwd: repository})
  return files.map((file) => {
    const folder = join(repository, dirname(file))
    const packageJson = asObject(decodeJson(readFileSync(join(repository, file), 'utf8')))
    return {name: asText(packageJson.name) ?? '', folder, packageJson}
  })
}
