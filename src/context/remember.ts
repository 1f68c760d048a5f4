import {openCache} from '#cloud/cache/cache'
import type {CloudConfig} from '#cloud/config/types'
import {type CachedName, isGone, MOST_NAMES, type Observed} from '#context/observed'
import {contextKey, type Dated, decodeRemembered, encodeRemembered, type Remembered} from '#context/stored'

const KEPT = 30 * 24 * 3_600_000

/**
 * Adds what a command saw to what is known, newest first; after the output, and never an error: a cache that cannot be
 * written costs only the names. Two commands that end at once may each keep their own; the next list repairs that.
 */
export async function remember(
  observed: Observed,
  config: CloudConfig,
  cacheDir: string,
  now = Date.now(),
): Promise<void> {
  const cache = openCache({dir: cacheDir, enabled: true})
  const key = contextKey(config)
  const known = decodeRemembered(cache.get('context', key))
  const label = {cloud: config.name ?? String(config.auth.auth_url ?? ''), scope: config.region ?? 'names'}
  await cache.put('context', key, label, encodeRemembered(merged(known, observed, now)), now + KEPT)
}

export function merged(known: Remembered, observed: Observed, now: number): Remembered {
  const nouns = new Set([...Object.keys(known.names), ...observed.names.keys()])
  const names = [...nouns].map((noun): [string, Dated<CachedName>] => {
    const fresh = observed.names.get(noun)
    const old = known.names[noun] ?? {at: now, list: []}
    const gone = observed.removed.get(noun)
    const rest = old.list.filter((thing) => !fresh?.has(thing.id) && !isGone(thing, gone))
    return [noun, {at: fresh ? now : old.at, list: [...(fresh?.values() ?? []), ...rest].slice(0, MOST_NAMES)}]
  })
  const extensions = [...observed.extensions].map(([service, list]): [string, Dated<string>] => [
    service,
    {at: now, list},
  ])
  // Options such as --long show more columns: those of all runs are offered.
  const columns = [...observed.columns].map(([command, fresh]): [string, Dated<string>] => [
    command,
    {at: now, list: [...new Set([...fresh, ...(known.columns[command]?.list ?? [])])].slice(0, MOST_NAMES)},
  ])
  return {
    names: Object.fromEntries(names),
    extensions: {...known.extensions, ...Object.fromEntries(extensions)},
    columns: {...known.columns, ...Object.fromEntries(columns)},
  }
}
