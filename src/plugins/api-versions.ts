import {join} from 'node:path'
import {asObject, asText} from '#json'
import {Reading} from '#plugins/reading'
import type {IndexedPlugin} from '#plugins/types'

/**
 * The versions of APIs that the plugins speak when none is asked for, as `osc.apiVersions` of their package.json says:
 * `{orchestration: '1'}`.
 */
export function apiVersions(plugins: readonly IndexedPlugin[]): Record<string, string> {
  const reading = new Reading()
  const declared = plugins.map(({root}) => asObject(asObject(reading.json(join(root, 'package.json')).osc).apiVersions))
  const versions = declared.flatMap((each) => Object.entries(each))
  return Object.fromEntries(
    versions.flatMap(([service, version]) => {
      const text = asText(version)
      return text === undefined ? [] : [[service, text]]
    }),
  )
}
