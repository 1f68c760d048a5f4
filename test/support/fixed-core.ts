import {cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {asObject, decodeJson} from '#json'
import {usePlugins} from '#plugins/data'
import {discover} from '#plugins/discover'
import type {PluginIndex} from '#plugins/types'
import {repository} from './program.ts'

/** The plugins that tests of the core are written for, by folder and package. */
export const FIXED_PLUGINS: Readonly<Record<string, string>> = {
  identity: '@osc-cli/plugin-identity',
  orchestration: '@osc-cli/plugin-heat',
  sandbox: '@osc-cli/plugin-sandbox',
}

/**
 * The folder of a copy of the built core that has and knows `FIXED_PLUGINS` only, so that a new plugin changes nothing for the tests
 * that use it: pages of all commands, suggestions, search.
 */
export function fixedCore(): string {
  const folder = join(repository, 'node_modules/.cache/osc-fixed-core')
  const mark = markOf(['dist/core.js', 'dist/search.json', 'package.json', 'oclif.manifest.json'])
  if (readIfThere(join(folder, 'mark')) !== mark) build(folder, mark)
  return folder
}

/** What that core has; the tables of this process are those of its plugins from now on. */
export function fixedIndex(): PluginIndex {
  const root = fixedCore()
  const {index} = discover({coreRoot: root, root, dataDir: '/nonexistent'})
  usePlugins(index, root)
  return index
}

function build(folder: string, mark: string): void {
  const draft = `${folder}.${process.pid}`
  rmSync(draft, {recursive: true, force: true})
  mkdirSync(draft, {recursive: true})
  for (const part of ['bin', 'templates', 'dist', 'oclif.manifest.json'])
    cpSync(join(repository, part), join(draft, part), {recursive: true, filter: isNeeded})
  const {oclif, ...pjson} = asObject(decodeJson(readFileSync(join(repository, 'package.json'), 'utf8')))
  const plugins = ['@oclif/plugin-help', '@oclif/plugin-plugins', ...Object.values(FIXED_PLUGINS)]
  writeFileSync(join(draft, 'package.json'), JSON.stringify({...pjson, oclif: {...asObject(oclif), plugins}}))
  writeFileSync(join(draft, 'mark'), mark)
  // Another process may have been faster, and run it already.
  if (readIfThere(join(folder, 'mark')) === mark) rmSync(draft, {recursive: true})
  else {
    rmSync(folder, {recursive: true, force: true})
    renameSync(draft, folder)
  }
}

const KNOWN = join(repository, 'dist/known/')

function isNeeded(path: string): boolean {
  if (path.startsWith(KNOWN)) return Object.hasOwn(FIXED_PLUGINS, path.slice(KNOWN.length).split('/')[0] ?? '')
  return basename(path) !== 'types'
}

const markOf = (files: readonly string[]) => files.map((file) => statSync(join(repository, file)).mtimeMs).join(' ')

const readIfThere = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)
