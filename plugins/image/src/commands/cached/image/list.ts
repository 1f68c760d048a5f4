import {asArray, asObject, type Json, type JsonObject, ListCommand} from '@osc-cli/core'
import {cacheRequest} from '#cache'

export default class CachedImageList extends ListCommand {
  static override summary = 'List images in the cache and in its queue'
  static override roles = ['admin']
  static override calls = ['GET /v2/cache']
  static override examples = [{command: 'osc cached image list', description: 'Show how often cached images are used'}]

  async run(): Promise<void> {
    await this.parse(CachedImageList)
    const answer = await cacheRequest(this, {path: '/cache'})
    const {cached_images: cached, queued_images: queued} = asObject(await answer.json())
    await this.table(columns, [...asArray(cached).map(cachedRow), ...asArray(queued).map(queuedRow)])
  }
}

const columns = {
  ID: 'image_id',
  State: 'state',
  'Last Accessed (UTC)': 'last_accessed',
  'Last Modified (UTC)': 'last_modified',
  Size: 'size',
  Hits: 'hits',
}

const cachedRow = (image: Json): JsonObject => {
  const {last_accessed: accessed, last_modified: modified, ...rest} = asObject(image)
  return {...rest, state: 'cached', last_accessed: timeOf(accessed), last_modified: timeOf(modified)}
}

const NONE = 'N/A'
const queuedRow = (image: Json): JsonObject => ({
  image_id: image,
  state: 'queued',
  last_accessed: NONE,
  last_modified: NONE,
  size: NONE,
  hits: NONE,
})

/** The latest time that a Date can represent, in microseconds. */
const MOST_MICROS = 8.64e18

/** Seconds since the epoch as Python writes them: with microseconds, unless there are none. */
function timeOf(seconds: Json | undefined): string {
  const micros = Math.round(Number(seconds ?? 0) * 1e6)
  if (!(Math.abs(micros) <= MOST_MICROS)) return NONE
  const fraction = micros % 1e6
  const whole = new Date((micros - fraction) / 1000).toISOString().slice(0, 19)
  return fraction === 0 ? whole : `${whole}.${String(fraction).padStart(6, '0')}`
}
