import {asArray, asText, type Json, UsageError} from '@osc-cli/core'

/** A list without some of its items, for `unset`; UsageError for an item that it does not have. */
export function without(
  has: Json | undefined,
  removed: readonly Json[] | undefined,
  owner: string,
  what: string,
): Json[] | undefined {
  if (!removed) return undefined
  const left = [...asArray(has)]
  for (const one of removed) {
    const at = left.findIndex((other) => comparable(other) === comparable(one))
    if (at < 0) throw new UsageError(`${owner} does not contain ${what} ${shown(one)}`)
    left.splice(at, 1)
  }
  return left
}

const comparable = (value: Json): string =>
  JSON.stringify(typeof value === 'object' && value !== null ? Object.entries(value).sort() : value)

const shown = (value: Json): string => asText(value) ?? JSON.stringify(value)
