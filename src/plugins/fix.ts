import type {Places} from '#plugins/candidates'
import type {BrokenPlugin} from '#plugins/types'

/** The command line that repairs a plugin, by how it was installed. */
export function fixFor(
  {name, kind, root, reason = ''}: Pick<BrokenPlugin, 'name' | 'kind' | 'root'> & {reason?: string},
  places: Pick<Places, 'dataDir'>,
): string {
  if (kind === 'link') return `osc plugins unlink ${name}, or build it in ${root}`
  if (kind === 'global') return `npm install -g ${name}`
  if (kind === 'bundled' || kind === 'core')
    return 'npm install -g @osc-cli/all, or @osc-cli/core if only the core is installed'
  if (/\bE(?:ACCES|PERM)\b/.test(reason))
    return `Check the permissions (ls -ld ${root}), or set OSC_DATA_DIR to a folder that you can write to.`
  return root === places.dataDir ? 'osc plugins reset' : `osc plugins install ${name}`
}
