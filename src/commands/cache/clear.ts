import {clearCache} from '#cloud/cache/inventory'
import {clearCompletion} from '#completion/clear'
import {clearIndex} from '#plugins/index-cache'
import {OscCommand} from '#sdk'

export default class CacheClear extends OscCommand {
  static override summary = 'Clear cached tokens, catalogs, versions and plugin index'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc cache clear', description: 'Clear the cache; the next command logs in again'},
  ]

  async run(): Promise<void> {
    await this.parse(CacheClear)
    const entries = clearCache(this.runtime.cacheDir)
    clearIndex(this.runtime.cacheDir)
    clearCompletion(this.runtime.cacheDir)
    await this.note(`Removed ${entries} cache ${entries === 1 ? 'entry' : 'entries'}.`)
  }
}
