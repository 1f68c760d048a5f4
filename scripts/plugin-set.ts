import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

interface PackageJson {
  name: string
  version: string
  private?: boolean
  dependencies: Record<string, string>
  oclif: {plugins: string[]}
}

/** Writes the plugins of this repository into the package.json of the set `@osc-cli/all`: all that are published, at their exact versions. */
export function writePluginSet(root: string, plugins: readonly string[]): void {
  const file = join(root, 'meta-package/package.json')
  const before = readFileSync(file, 'utf8')
  const set = JSON.parse(before) as PackageJson
  const core = read(root)
  const published = plugins.map(read).filter((plugin) => !plugin.private)
  const all = [core, ...published.toSorted((a, b) => (a.name < b.name ? -1 : 1))]
  const dependencies = Object.fromEntries(all.map(({name, version}) => [name, version]))
  const text = `${JSON.stringify({...set, dependencies, oclif: {...set.oclif, plugins: published.map(({name}) => name)}}, null, 2)}\n`
  if (text !== before) writeFileSync(file, text)
}

const read = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson
