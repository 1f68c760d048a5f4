import {createHash} from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {basename, join} from 'node:path'
import {asObject, decodeJson} from '#json'
import {usePlugins} from '#plugins/data'
import {discover} from '#plugins/discover'
import {knownFolder} from '#plugins/known'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'
import {repository} from './program.ts'

/** The plugins that tests of the core are written for, by folder and package. */
export const FIXED_PLUGINS: Readonly<Record<string, string>> = {
  identity: '@osc-cli/plugin-identity',
  orchestration: '@osc-cli/plugin-heat',
  sandbox: '@osc-cli/plugin-sandbox',
}

/**
 * The folder of a copy of the built core that has and knows `FIXED_PLUGINS` only, so that a new plugin changes nothing for the tests
 * that use it: pages of all commands, suggestions, search. Each build has its own folder, which is never changed: other processes
 * may run it.
 */
export function fixedCore(): string {
  const folder = join(COPIES, markOf(['dist/core.js', 'dist/search.jsonl', 'package.json', 'oclif.manifest.json']))
  if (!existsSync(folder)) build(folder)
  return folder
}

/** What that core has; the tables of this process are those of its plugins and of `OTHER_CLIENTS` from now on. */
export function fixedIndex(): PluginIndex {
  const root = fixedCore()
  const {index} = discover({coreRoot: root, root, dataDir: '/nonexistent'})
  usePlugins({plugins: [...index.plugins, OTHER_CLIENTS]}, root)
  return index
}

/** A plugin with the old clients of services for which that core has no commands. */
const OTHER_CLIENTS: IndexedPlugin = {
  name: 'other-clients',
  version: '1.0.0',
  root: join(repository, 'test/fixtures/other-clients'),
  kind: 'bundled',
  namespaces: [],
  services: [],
  displayName: 'Other clients',
  commandsDir: '.',
  data: 'data.json',
  foreign: false,
}

function build(folder: string): void {
  const draft = `${folder}.${process.pid}`
  mkdirSync(COPIES, {recursive: true})
  for (const name of readdirSync(COPIES))
    if (isOld(join(COPIES, name))) rmSync(join(COPIES, name), {recursive: true, force: true})
  mkdirSync(draft, {recursive: true})
  for (const part of ['bin', 'templates', 'dist', 'oclif.manifest.json'])
    cpSync(join(repository, part), join(draft, part), {recursive: true, filter: isNeeded})
  const {oclif, ...pjson} = asObject(decodeJson(readFileSync(join(repository, 'package.json'), 'utf8')))
  const plugins = ['@oclif/plugin-help', '@oclif/plugin-plugins', ...Object.values(FIXED_PLUGINS)]
  writeFileSync(join(draft, 'package.json'), JSON.stringify({...pjson, oclif: {...asObject(oclif), plugins}}))
  try {
    renameSync(draft, folder)
  } catch (error) {
    // Another process may have been faster.
    if (!existsSync(folder)) throw error
    rmSync(draft, {recursive: true})
  }
}

const COPIES = join(repository, 'node_modules/.cache/osc-fixed-cores')

const KNOWN = join(repository, 'dist/known/')
const FOLDERS = new Set(Object.values(FIXED_PLUGINS).map(knownFolder))

function isNeeded(path: string): boolean {
  if (path.startsWith(KNOWN)) return FOLDERS.has(path.slice(KNOWN.length).split('/')[0] ?? '')
  return basename(path) !== 'types'
}

const markOf = (files: readonly string[]): string => {
  const times = files.map((file) => statSync(join(repository, file)).mtimeMs).join(' ')
  return createHash('sha256').update(times).digest('hex').slice(0, 16)
}

/** Whether no test can still be using the copy: no run takes so long. */
const isOld = (path: string): boolean => {
  const made = statSync(path, {throwIfNoEntry: false})?.mtimeMs
  return made !== undefined && made < Date.now() - 6 * 3_600_000
}
