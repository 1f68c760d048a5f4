import {dotted} from '#common/version-number'
import {chooseSelf} from '#common/version-url'
import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '#json'

/** A version of an API as `versions show` lists it; status as keystoneauth names it. */
export interface ListedVersion {
  version: string | null
  status: string
  url: string
  min: string | null
  max: string | null
}

const STATUS: Readonly<Record<string, string>> = {
  STABLE: 'CURRENT',
  CURRENT: 'CURRENT',
  SUPPORTED: 'SUPPORTED',
  DEPRECATED: 'DEPRECATED',
}

/** The versions in a version document found at `url`, oldest first; none where it is something else. Experiments are left out. */
export function listedVersions(document: Json, url: string): ListedVersion[] {
  return entries(document)
    .flatMap((entry) => read(entry, url))
    .toSorted((a, b) => compare(a.version ?? '', b.version ?? ''))
}

function entries(document: Json): JsonObject[] {
  const {versions, version} = asObject(document)
  const listed = isObject(versions) ? versions.values : versions
  return (Array.isArray(listed) ? asArray(listed) : [version]).filter(isObject)
}

function read(entry: JsonObject, url: string): ListedVersion[] {
  const version = dotted(entry.id)
  const status = STATUS[(asText(entry.status) ?? '').toUpperCase()]
  const self = chooseSelf(asArray(entry.links).map(asObject), url)
  if (version === null || status === undefined || self === undefined) return []
  const max = dotted(entry.max_version) ?? dotted(entry.version)
  return [{version, status, url: self, min: dotted(entry.min_version), max}]
}

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number))
  const place = left?.findIndex((part, at) => part !== right?.[at]) ?? -1
  return place < 0 ? 0 : (left?.[place] ?? 0) - (right?.[place] ?? 0)
}
