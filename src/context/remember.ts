import {openCache} from '#cloud/cache/cache'
import type {CloudConfig} from '#cloud/config/types'
import {isGone, MOST_NAMES, type NamedThing, type Seen} from '#context/seen'
import {contextKey, type Dated, decodeRemembered, encodeRemembered, type Remembered} from '#context/stored'

const KEPT = 30 * 24 * 3_600_000

/**
 * Adds what a command saw to what is known, newest first; after the output, and never an error: a cache that cannot be
 * written costs only the names. Two commands that end at once may each keep their own; the next list mends that.
 */
export async function remember(seen: Seen, config: CloudConfig, cacheDir: string, now = Date.now()): Promise<void> {
  const cache = openCache({dir: cacheDir, enabled: true})
  const key = contextKey(config)
  const known = decodeRemembered(cache.get('context', key))
  const label = {cloud: config.name ?? String(config.auth.auth_url ?? ''), scope: config.region ?? 'names'}
  await cache.put('context', key, label, encodeRemembered(merged(known, seen, now)), now + KEPT)
}

export function merged(known: Remembered, seen: Seen, now: number): Remembered {
  const nouns = new Set([...Object.keys(known.names), ...seen.names.keys()])
  const names = [...nouns].map((noun): [string, Dated<NamedThing>] => {
    const fresh = seen.names.get(noun)
    const old = known.names[noun] ?? {at: now, list: []}
    const gone = seen.removed.get(noun)
    const rest = old.list.filter((thing) => !fresh?.has(thing.id) && !isGone(thing, gone))
    return [noun, {at: fresh ? now : old.at, list: [...(fresh?.values() ?? []), ...rest].slice(0, MOST_NAMES)}]
  })
  const extensions = [...seen.extensions].map(([service, list]): [string, Dated<string>] => [service, {at: now, list}])
  return {names: Object.fromEntries(names), extensions: {...known.extensions, ...Object.fromEntries(extensions)}}
}
