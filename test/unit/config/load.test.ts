import assert from 'node:assert/strict'
import {loadCloudConfig} from '#cloud/config/load'
import type {CloudConfig} from '#cloud/config/types'
import {CASES} from './cases.ts'
import {atRoot, inPlace} from './place.ts'

/** `auth.username` of the configuration, or the source of it: `source:auth.username`. */
function at(config: CloudConfig, path: string): unknown {
  if (path.startsWith('source:')) return config.sources[path.slice(7)]?.name
  const [first = '', ...rest] = path.split('.')
  const value = (config as unknown as Record<string, unknown>)[first]
  return rest.length === 0 ? value : (value as Record<string, unknown>)[rest.join('.')]
}

describe('loadCloudConfig', () => {
  for (const each of CASES) {
    it(each.title, async () => {
      await inPlace(each, async (input, root) => {
        const config = await loadCloudConfig(input)
        const found = Object.fromEntries(Object.keys(each.expect).map((path) => [path, at(config, path)]))
        const wanted = Object.entries(each.expect).map(([path, value]) => [
          path,
          typeof value === 'string' ? atRoot(value, root) : value,
        ])
        assert.deepEqual(found, Object.fromEntries(wanted))
      })
    })
  }
  it('gives every value a source', async () => {
    for (const each of CASES) {
      const {settings, auth, sources} = await inPlace(each, loadCloudConfig)
      const keys = [...Object.keys(settings), ...Object.keys(auth).map((key) => `auth.${key}`)]
      assert.deepEqual(
        keys.filter((key) => !sources[key]?.name),
        [],
        each.title,
      )
    }
  })
})
