import {dirname, isAbsolute, join} from 'node:path'
import type {ConfigInput} from '#cloud/config/types'
import {folderIn} from '#process'

type Places = Pick<ConfigInput, 'env' | 'cwd' | 'home'>

/**
 * Where openstacksdk looks for `<stem>.yaml`, `.yml` and `.json`, the first one that is there being read: the current
 * folder, the user's, the site's. Relative paths in XDG's variables are ignored. https://docs.openstack.org/openstacksdk/latest/user/config/configuration.html
 */
export const candidates = (stem: string, places: Places): string[] =>
  folders(places).flatMap((folder) => ['.yaml', '.yml', '.json'].map((suffix) => join(folder, stem + suffix)))

function folders({env, cwd, home}: Places): string[] {
  const user = folderIn(env, 'XDG_CONFIG_HOME') ?? join(home, '.config')
  const site = (env.XDG_CONFIG_DIRS || '/etc/xdg').split(':').filter((folder) => isAbsolute(folder))
  // In a snap HOME is the snap's own.
  const unix = join(folderIn(env, 'SNAP_REAL_HOME') ?? home, '.config')
  const mac = process.platform === 'darwin' ? '/Library/Application Support' : undefined
  const parents = [...(mac ? [home + mac] : []), user, unix, ...(mac ? [mac] : []), ...site, '/etc']
  return [...new Set([cwd, ...parents.map((parent) => join(parent, 'openstack'))])]
}

/** Where a new file of the user's goes. */
export const userFile = (name: string, {env, home}: Places): string =>
  join(env.XDG_CONFIG_HOME || join(home, '.config'), 'openstack', name)

/** A path as people would type it: relative in the current folder, with ~ below the home folder. */
export function shownPath(path: string, {cwd, home}: Places): string {
  if (dirname(path) === cwd) return path.slice(dirname(path).length).replace(/^\//, '')
  return home !== '/' && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path
}
