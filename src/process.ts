import {realpathSync} from 'node:fs'
import {homedir} from 'node:os'
import {basename, dirname, join, sep} from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/** Where osc keeps what it can make anew: tokens, catalogs, the plugin index. OSC_CACHE_DIR, then XDG's place. */
export const cacheDirOf = (env: Env): string =>
  env.OSC_CACHE_DIR || join(env.XDG_CACHE_HOME || join(homeOf(env), '.cache'), 'osc')

/** Where `osc plugins install` puts plugins. */
export const dataDirOf = (env: Env): string =>
  env.OSC_DATA_DIR || join(env.XDG_DATA_HOME || join(homeOf(env), '.local', 'share'), 'osc')

export const homeOf = (env: Env): string => env.HOME || homedir()

/** Where relative paths begin. A folder that was removed under the shell has the name that the shell still has for it. */
export function workingFolder(env: Env): string {
  try {
    return process.cwd()
  } catch {
    return env.PWD || '/'
  }
}

/** The name that osc was called by: `osc`, or `openstack` through a link of that name. */
export const programOf = (argv1: string | undefined): string =>
  basename(argv1 ?? '') === 'openstack' ? 'openstack' : 'osc'

/** How the program is called in requests to servers. */
export const userAgent = (version: string) => `osc/${version} node/${process.versions.node}`

/**
 * The folder of the package at `root` by the path that its program was started by, where that leads through a link into a
 * store, as pnpm has it; else undefined. `argv1`: the program's script.
 */
export function linkedAs(argv1: string | undefined, root: string): string | undefined {
  const folder = dirname(dirname(argv1 ?? ''))
  if (folder === root || !folder.includes(`${sep}node_modules${sep}`)) return undefined
  try {
    return realpathSync(folder) === root ? folder : undefined
  } catch {
    return undefined
  }
}
