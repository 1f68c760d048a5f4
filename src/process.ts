import {realpathSync} from 'node:fs'
import {devNull, userInfo} from 'node:os'
import {basename, dirname, isAbsolute, join, sep} from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/** The folder for data that osc can recreate: tokens, catalogs, the plugin index. OSC_CACHE_DIR, else XDG's place. */
export const cacheDirOf = (env: Env): string =>
  env.OSC_CACHE_DIR || join(folderIn(env, 'XDG_CACHE_HOME') ?? join(homeOf(env), '.cache'), 'osc')

/** The folder for data that has to stay: installed plugins, recorded failures. OSC_DATA_DIR, else XDG's place. */
export const dataDirOf = (env: Env): string =>
  env.OSC_DATA_DIR || join(folderIn(env, 'XDG_DATA_HOME') ?? join(homeOf(env), '.local', 'share'), 'osc')

/** Variables for a program that osc starts: without OS_*, which may have credentials. */
export const childEnvironment = (env: Env): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('OS_')))

/** The user's home folder: HOME, else that of the account. For a user without either, a path below which nothing can exist. */
export const homeOf = (env: Env): string => folderIn(env, 'HOME') ?? accountHome() ?? devNull

/** The absolute path in a variable. A relative one is ignored, as XDG demands: secrets would land in the current folder. */
export function folderIn(env: Env, name: string): string | undefined {
  const folder = env[name]
  return folder && isAbsolute(folder) ? folder : undefined
}

/** Containers run under user IDs that have no account. */
function accountHome(): string | undefined {
  try {
    const {homedir} = userInfo()
    return isAbsolute(homedir) ? homedir : undefined
  } catch {
    return undefined
  }
}

/** Where relative paths begin. A folder that was deleted under the shell has the name that the shell still has for it. */
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
