import {asArray, asText, isObject, type Json, UsageError} from '@osc-cli/core'

/**
 * A list without some of its items, for `unset`; UsageError for an item that it does not have.
 * An address without its subnet or MAC address names the one item that has it.
 */
export function without(
  has: Json | undefined,
  removed: readonly Json[] | undefined,
  owner: string,
  what: string,
): Json[] | undefined {
  if (!removed) return undefined
  const left = [...asArray(has)]
  for (const one of removed) {
    const [found, another] = left.filter((item) => names(one, item))
    if (found === undefined) throw new UsageError(`${owner} does not contain ${what} ${shown(one)}`)
    if (another !== undefined)
      throw new UsageError(`${owner} contains several ${what} ${shown(one)}`, {
        hint: 'Specify the subnet and the IP address, or the IP address and the MAC address.',
      })
    left.splice(left.indexOf(found), 1)
  }
  return left
}

/** Whether an item has all wanted properties. */
function names(wanted: Json, item: Json): boolean {
  if (!isObject(wanted) || !isObject(item)) return wanted === item
  return Object.entries(wanted).every(([key, value]) => item[key] === value)
}

const shown = (value: Json): string => asText(value) ?? JSON.stringify(value)
