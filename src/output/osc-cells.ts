import {asArray, asObject, isObject, type Json, type JsonObject} from '#json'
import {pythonText} from '#output/python-text'
import {Formatted} from '#output/types'

// The columns of osc-lib's format_columns: people see text, programs the value.

/** `a='1', b='2'`, and None for null (DictColumn). */
export const dict = (value: Json | undefined) =>
  new Formatted(asObject(value), () => (value === null ? 'None' : dictText(asObject(value))))

/** `a, b`, sorted (ListColumn). */
export const list = (value: Json | undefined) => new Formatted(asArray(value), () => listText(asArray(value)))

/** A dict a line (ListDictColumn). */
export const dicts = (value: Json | undefined) =>
  new Formatted(asArray(value), () =>
    asArray(value)
      .map((one) => dictText(asObject(one)))
      .join('\n'),
  )

/** `net=a, b; other=c` (DictListColumn). */
export const lists = (value: Json | undefined) =>
  new Formatted(asObject(value), () =>
    sorted(asObject(value))
      .filter(([, items]) => items !== null)
      .map(([key, items]) => `${key}=${listText(asArray(items))}`)
      .join('; '),
  )

/** `UP` or `DOWN` (AdminStateColumn). */
export const upDown = (value: Json | undefined) => new Formatted(value ?? null, () => (value ? 'UP' : 'DOWN'))

const listText = (items: readonly Json[]): string => items.map(pythonText).sort().join(', ')

function dictText(value: JsonObject, prefix = ''): string {
  return sorted(value)
    .map(([key, item]) => {
      const name = prefix + key
      if (isObject(item)) return dictText(item, `${name}.`)
      return item === null || item === undefined ? `${name}=` : `${name}='${pythonText(item)}'`
    })
    .join(', ')
}

const sorted = (value: JsonObject): [string, Json | undefined][] =>
  Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
