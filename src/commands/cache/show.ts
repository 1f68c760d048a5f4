import {type CacheRecord, listCache} from '#cloud/cache/inventory'
import {type Columns, type JsonObject, ListCommand} from '#sdk'

const columns: Columns = {
  Kind: 'kind',
  Cloud: 'cloud',
  Scope: 'scope',
  'Saved At': 'savedAt',
  'Expires At': 'expiresAt',
  Bytes: 'bytes',
}

export default class CacheShow extends ListCommand {
  static override summary = 'Show cached tokens, catalogs and versions without secrets'
  static override roles = []
  static override calls = []
  static override examples = [{command: 'osc cache show', description: 'Show cache entries and when they expire'}]

  async run(): Promise<void> {
    await this.parse(CacheShow)
    await this.table(columns, listCache(this.runtime.cacheDir).map(asRow))
  }
}

const time = (milliseconds: number) => new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')

const asRow = ({kind, cloud, scope, savedAt, expiresAt, bytes, expired}: CacheRecord): JsonObject => ({
  kind,
  cloud,
  scope,
  savedAt: time(savedAt),
  expiresAt: expired ? 'expired' : time(expiresAt),
  bytes,
})
