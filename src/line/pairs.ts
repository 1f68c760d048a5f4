import {UsageError} from '#errors'

/** The keys that a `key=value,key=value` option takes; any key when none is named. Help and the contract test read them. */
export interface PairKeys {
  required?: readonly string[]
  optional?: readonly string[]
  /** A part without `=` continues the value before it: `servers=a,b`. */
  commas?: boolean
}

/** Reads `key=value,key=value` as osc-lib's MultiKeyValueAction does. UsageError names the part or the key at fault. */
export function readPairs(text: string, {commas = false, ...keys}: PairKeys = {}): Record<string, string> {
  const pairs: [string, string][] = []
  for (const part of text.split(',')) {
    const equals = part.indexOf('=')
    const last = pairs.at(-1)
    if (equals > 0) pairs.push([part.slice(0, equals), part.slice(equals + 1)])
    else if (equals < 0 && commas && last) last[1] += `,${part}`
    else if (equals < 0) throw new UsageError(`expected comma-separated KEY=VALUE pairs, got '${part}'.`)
    else throw new UsageError(`the key is missing in '${part}'.`)
  }
  checkKeys(
    pairs.map(([key]) => key),
    keys,
  )
  return Object.fromEntries(pairs)
}

/** UsageError for keys that are not declared, and for required keys that are missing. */
export function checkKeys(keys: readonly string[], {required = [], optional = []}: PairKeys): void {
  const known = [...required, ...optional]
  const invalid = keys.filter((key) => known.length > 0 && !known.includes(key))
  if (invalid.length > 0)
    throw new UsageError(`invalid keys ${invalid.join(', ')}.`, {hint: `Valid keys: ${known.join(', ')}.`})
  const missing = required.filter((key) => !keys.includes(key))
  if (missing.length > 0)
    throw new UsageError(`required keys ${missing.join(', ')} are missing.`, {
      hint: `Required keys: ${required.join(', ')}.`,
    })
}
