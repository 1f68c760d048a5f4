import {tokenKey} from '#cloud/auth/token-key'
import type {CacheKey} from '#cloud/cache/key'
import type {CloudConfig} from '#cloud/config/types'
import type {CachedName} from '#context/observed'
import {asArray, asObject, asText, type Json, type JsonObject} from '#json'

/** A list and when it was seen, in milliseconds of the epoch. */
export interface Dated<T> {
  at: number
  list: readonly T[]
}

/** What commands saw in one region of a cloud with one log-in: names by noun, extensions by service type. */
export interface Remembered {
  names: Readonly<Record<string, Dated<CachedName>>>
  extensions: Readonly<Record<string, Dated<string>>>
  /** Columns that a command printed. */
  columns: Readonly<Record<string, Dated<string>>>
}

/** Names belong to who saw them, where: another project or region has its own. */
export const contextKey = (config: CloudConfig): CacheKey => ({...tokenKey(config), region: config.region})

export function encodeRemembered({names, extensions, columns}: Remembered): JsonObject {
  const things = ({at, list}: Dated<CachedName>) => ({at, list: list.map((thing) => ({...thing}))})
  const texts = ({at, list}: Dated<string>) => ({at, list: [...list]})
  return {names: mapped(names, things), extensions: mapped(extensions, texts), columns: mapped(columns, texts)}
}

/** Anything else is left out. */
export function decodeRemembered(value: JsonObject | undefined): Remembered {
  const text = (item: Json) => (typeof item === 'string' ? [item] : [])
  return {
    names: dated(value?.names, readCachedName),
    extensions: dated(value?.extensions, text),
    columns: dated(value?.columns, text),
  }
}

function dated<T>(value: Json | undefined, read: (item: Json) => T[]): Record<string, Dated<T>> {
  return Object.fromEntries(
    Object.entries(asObject(value)).flatMap(([key, entry]) => {
      const {at, list} = asObject(entry)
      return typeof at === 'number' ? [[key, {at, list: asArray(list).flatMap(read)}]] : []
    }),
  )
}

function readCachedName(item: Json): CachedName[] {
  const {name, id, description, status} = asObject(item)
  if (typeof name !== 'string' || typeof id !== 'string') return []
  const [about, state] = [asText(description), asText(status)]
  return [{name, id, ...(about ? {description: about} : {}), ...(state ? {status: state} : {})}]
}

const mapped = <T>(record: Readonly<Record<string, T>>, make: (value: T) => JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]))
