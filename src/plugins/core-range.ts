import satisfies from 'semver/functions/satisfies.js'
import gtr from 'semver/ranges/gtr.js'
import validRange from 'semver/ranges/valid.js'
import type {IndexedPlugin} from '#plugins/types'

/**
 * Why a plugin that asks for the cores of `range` does not run with this one, and what to do; undefined when it does. A
 * pre-release counts as its release. Throws when the range is not valid.
 */
export function misfit(
  {name, kind}: Pick<IndexedPlugin, 'name' | 'kind'>,
  range: string | undefined,
  coreVersion: string,
): IndexedPlugin['unfit'] {
  if (range === undefined) return undefined
  if (validRange(range) === null) throw new Error(`package.json: osc.core is not a version range: '${range}'`)
  if (satisfies(coreVersion, range, {includePrerelease: true})) return undefined
  const reason = `requires osc ${range}, this is osc ${coreVersion}`
  // A plugin of the past has a newer version; one of the future needs a newer osc.
  if (!gtr(coreVersion, range))
    return {reason, fix: `Update osc: npm install -g '@osc-cli/core@${range}', or @osc-cli/all`}
  if (kind === 'link') return {reason, fix: `Update osc.core in its package.json if it works with osc ${coreVersion}.`}
  const update = kind === 'user' ? `osc plugins install ${name}@latest` : `npm install -g ${name}@latest`
  return {reason, fix: `Update the plugin: ${update}`}
}
