import {asText, decodeJson, isObject, type JsonObject} from '#json'

/** A token with its catalog, the version document of a service, or what commands saw: names and extensions. */
const KINDS = ['token', 'version', 'context'] as const
export type CacheKind = (typeof KINDS)[number]

/** What is kept beside a value so that `osc cache show` can show what it is; no secrets. */
export interface CacheLabel {
  /** The cloud's name, or what else stands for it. */
  cloud: string
  /** `project admin`, `system`, or the address of a version document. */
  scope: string
}

export interface CacheEntry extends CacheLabel {
  kind: CacheKind
  /** Milliseconds of the epoch, by this machine's clock. */
  savedAt: number
  expiresAt: number
  value: JsonObject
}

// A file of another format is as good as none; change this when the meaning of a value changes.
const FORMAT = 1

// A file from the future was written under another clock: its expiry means nothing.
const CLOCK_TOLERANCE = 5 * 60_000

export const encodeEntry = (entry: CacheEntry): string => JSON.stringify({format: FORMAT, ...entry})

/** An entry as it was written; undefined when the text is something else. */
export function decodeEntry(text: string): CacheEntry | undefined {
  const raw = parse(text)
  if (!isObject(raw) || raw.format !== FORMAT || !isObject(raw.value)) return undefined
  const {savedAt, expiresAt, value} = raw
  const kind = KINDS.find((known) => known === raw.kind)
  if (kind === undefined || !isTime(savedAt) || !isTime(expiresAt)) return undefined
  return {kind, savedAt, expiresAt, value, cloud: asText(raw.cloud) ?? '', scope: asText(raw.scope) ?? ''}
}

export const isCurrent = (entry: CacheEntry, now = Date.now()): boolean =>
  entry.expiresAt > now && entry.savedAt < now + CLOCK_TOLERANCE

const isTime = (value: unknown): value is number =>
  typeof value === 'number' && !Number.isNaN(new Date(value).getTime())

function parse(text: string): unknown {
  try {
    return decodeJson(text)
  } catch {
    return undefined
  }
}
