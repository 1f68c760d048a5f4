import {tokenKey} from '#cloud/auth/token-key'
import {openCache} from '#cloud/cache/cache'
import {versionUrls} from '#context/offers'
import {readContext} from '#context/read'
import {contextKey} from '#context/stored'
import {OscCommand} from '#sdk'

export default class ContextClear extends OscCommand {
  static override summary = 'Clear everything cached for the selected cloud'
  static override examples = [
    {command: 'osc context clear', description: 'Clear the cache; the next command logs in again'},
  ]
  static override roles = []
  static override calls = []
  static override seeAlso = ['cache clear', 'context show']

  async run(): Promise<void> {
    await this.parse(ContextClear)
    const {config, access, problem} = await readContext(this.runtime)
    if (!config) throw problem
    const cache = openCache({dir: this.runtime.cacheDir, enabled: true})
    for (const entry of access?.value.catalog ?? []) {
      for (const url of versionUrls(entry, config)) cache.drop('version', {url})
    }
    cache.drop('context', contextKey(config))
    cache.drop('token', tokenKey(config))
  }
}
