import {methodOf} from '#jinja/methods'
import {text} from '#jinja/text'
import {isDict, isList, iterate, Namespace, Undefined} from '#jinja/values'

/** `value.name`: a method, then a key. */
export function attribute(value: unknown, name: string): unknown {
  if (value instanceof Undefined) throw new Error(`${value.name} is not defined.`)
  if (value instanceof Namespace) return value.values.has(name) ? value.values.get(name) : new Undefined(name)
  const method = methodOf(value, name)
  if (method) return method
  return isDict(value) && value.has(name) ? value.get(name) : new Undefined(name)
}

/** `value[key]`: a key or index, then a method. */
export function item(value: unknown, key: unknown): unknown {
  if (value instanceof Undefined) throw new Error(`${value.name} is not defined.`)
  if (isDict(value) && value.has(key)) return value.get(key)
  if (typeof value === 'string' || isList(value)) {
    const index = typeof key === 'boolean' ? Number(key) : key
    const items = typeof value === 'string' ? [...value] : value
    if (typeof index === 'number' && index < items.length && index >= -items.length) return items.at(index)
  }
  return typeof key === 'string' ? attribute(value, key) : new Undefined(text(key))
}

/** `value[from:to:step]`. */
export function slice(value: unknown, [from, to, step = 1]: readonly (number | undefined)[]): unknown {
  if (step === 0) throw new Error('The step of a slice cannot be 0.')
  const all = iterate(value)
  const place = (index: number, lowest: number, highest: number) =>
    Math.max(lowest, Math.min(highest, index < 0 ? all.length + index : index))
  const part: unknown[] = []
  if (step > 0) {
    const end = place(to ?? all.length, 0, all.length)
    for (let at = place(from ?? 0, 0, all.length); at < end; at += step) part.push(all[at])
  } else {
    const end = to === undefined ? -1 : place(to, -1, all.length - 1)
    for (let at = place(from ?? all.length - 1, -1, all.length - 1); at > end; at += step) part.push(all[at])
  }
  return typeof value === 'string' ? part.join('') : part
}

/** A value inside of another, by the way to it: `server.addresses.0`. */
export function valueAt(value: unknown, path: unknown): unknown {
  if (typeof path === 'number') return item(value, path)
  return text(path)
    .split('.')
    .reduce<unknown>((at, part) => item(at, /^\d+$/.test(part) ? Number(part) : part), value)
}
