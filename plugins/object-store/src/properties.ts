import {Cells, Flags, type Json, type JsonObject} from '@osc-cli/core'

/** What has properties in Swift: its metadata headers start with this name. */
type Owner = 'account' | 'container' | 'object'

/** `--property KEY=VALUE` of a `set`. */
export const setFlags = (owner: Owner) => ({
  property: Flags.keyValues({
    description: `Property to set on the ${owner} (repeatable)`,
    required: true,
    // Keys of temporary URLs are secrets.
    secret: owner !== 'object',
  }),
})

/** `--property KEY` of an `unset`. */
export const unsetFlags = (owner: Owner) => ({
  property: Flags.strings({
    description: `Property to remove from the ${owner} (repeatable)`,
    required: true,
    helpValue: 'KEY',
  }),
})

const prefix = (owner: Owner) => `x-${owner}-meta-`

/** The headers that set properties. */
export const settingHeaders = (owner: Owner, properties: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [`${prefix(owner)}${key}`, value]))

/** The headers that remove properties; their values do not matter. */
export const removingHeaders = (owner: Owner, keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [`x-remove-${owner}-meta-${key}`, 'x']))

/** Properties as `show` prints them, under `properties`; empty without any. Swift returns keys as `My-Key`. */
export function shownProperties(owner: Owner, headers: Readonly<Record<string, string>>): JsonObject {
  const entries = Object.entries(headers)
    .filter(([name]) => name.startsWith(prefix(owner)))
    .map(([name, value]) => [capitalized(name.slice(prefix(owner).length)), value])
  return entries.length === 0 ? {} : {properties: Object.fromEntries(entries)}
}

const capitalized = (key: string): string =>
  key
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('-')

/** Columns for a record of `show`: its keys sorted, properties as a dictionary. */
export const columnsOf = (record: JsonObject) =>
  Object.fromEntries(
    Object.keys(record)
      .sort()
      .map((key) => [key, key === 'properties' ? (row: JsonObject) => Cells.dict(row[key]) : key]),
  )

/** The value of a header; null if the response does not have it. */
export const headerOr = (headers: Readonly<Record<string, string>>, name: string): Json => headers[name] ?? null

/** The headers that a response has, under the keys that they are shown as. */
export const present = (
  headers: Readonly<Record<string, string>>,
  names: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([key, name]) => {
      const value = headers[name]
      return value === undefined ? [] : [[key, value]]
    }),
  )
