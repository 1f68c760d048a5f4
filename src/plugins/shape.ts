import {isObject} from '#json'

/** Checks a value of a JSON file; returns what is wrong with it, each with its place: `quotas[0].path is not a text`. */
export type Shape = (value: unknown, where: string) => string[]

const simple =
  (what: string, holds: (value: unknown) => boolean): Shape =>
  (value, where) =>
    holds(value) ? [] : [`${where} is not ${what}`]

export const text = simple('a text', (value) => typeof value === 'string')
export const word = simple('a non-empty text', (value) => typeof value === 'string' && value !== '')
export const integer = simple('an integer', Number.isInteger)
export const flag = simple('true or false', (value) => typeof value === 'boolean')
export const matching = (pattern: RegExp, what: string): Shape =>
  simple(what, (value) => typeof value === 'string' && pattern.test(value))

/** A list of `each`. */
export const list =
  (each: Shape): Shape =>
  (value, where) =>
    Array.isArray(value) ? value.flatMap((item, at) => each(item, `${where}[${at}]`)) : [`${where} is not a list`]

/** An object whose keys are anybody's, with `each` as values. */
export const table =
  (each: Shape): Shape =>
  (value, where) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => each(item, `${where}.${key}`))
      : [`${where} is not an object`]

/** An object with these keys and no others. */
export const object =
  (required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape =>
  (value, where) => {
    if (!isObject(value)) return [`${where} is not an object`]
    const at = (key: string) => (where === '' ? key : `${where}.${key}`)
    const missing = Object.keys(required).filter((key) => value[key] === undefined)
    return [
      ...missing.map((key) => `${at(key)} is missing`),
      ...Object.entries(value).flatMap(([key, item]) => {
        const shape = Object.hasOwn(required, key)
          ? required[key]
          : Object.hasOwn(optional, key)
            ? optional[key]
            : undefined
        return shape ? shape(item, at(key)) : [`${at(key)} is not known`]
      }),
    ]
  }

/** An object with these keys, of which any may be missing, and any others. */
export const open =
  (known: Readonly<Record<string, Shape>>): Shape =>
  (value, where) =>
    isObject(value)
      ? Object.entries(known).flatMap(([key, shape]) =>
          value[key] === undefined ? [] : shape(value[key], `${where}.${key}`),
        )
      : [`${where} is not an object`]
