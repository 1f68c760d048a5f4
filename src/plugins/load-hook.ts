import {statSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {shareSdk} from '#plugins/share-sdk'
import type {IndexedPlugin, PluginHook} from '#plugins/types'

type AnyHook = (this: object, options: object) => unknown

/** Loads a hook by oclif's rules: the export that it names, or for `default` also the only function there is. */
export async function loadHook({event, target, identifier}: PluginHook, plugin: IndexedPlugin): Promise<AnyHook> {
  shareSdk()
  const path = join(plugin.root, target)
  const file = [path, `${path}.js`, join(path, 'index.js')].find(isFile)
  if (file === undefined) throw new Error(`module ${target} was not found`)
  const module = exportsOf((await import(pathToFileURL(file).href)) as Record<string, unknown>)
  const hook = module[identifier] ?? (identifier === 'default' ? Object.values(module).find(isHook) : undefined)
  if (isHook(hook)) return hook
  throw new Error(`${target} does not export a function ${identifier} for ${event}`)
}

/** Of a CommonJS module `default` is all that it exports. */
const exportsOf = (module: Record<string, unknown>): Record<string, unknown> =>
  isExports(module.default) ? module.default : module

const isExports = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isFile = (path: string): boolean => statSync(path, {throwIfNoEntry: false})?.isFile() === true

const isHook = (value: unknown): value is AnyHook => typeof value === 'function'
