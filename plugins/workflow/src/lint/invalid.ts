import {isObject, type Json, pythonRepr} from '@osc-cli/core'
import type {Path} from '#lint/finding'
import {lint, type PlacedFinding, placeOf} from '#lint/lint'
import {readDocument} from '#yaml'

type Place = Pick<PlacedFinding, 'line' | 'column' | 'message'>

/**
 * Where a definition is wrong that Mistral refuses: its error has at most the path below a part that it does not name.
 * Empty when the error has a line itself, or the place cannot be found.
 */
export function placesOf(text: string, refusal: string): Place[] {
  if (/line \d+, column \d+/.test(refusal)) return []
  const errors = lint(text).filter(({severity}) => severity === 'error')
  if (errors.length > 0) return errors
  const read = readDocument(text)
  const [path, ...others] = pathsOf(read.value(), refusal)
  if (path === undefined || others.length > 0) return []
  const message = (refusal.split('\n')[0] ?? '').replace(/^Invalid DSL: /, '')
  return [{...placeOf(read, path), message}]
}

/** Paths of the values that are what the error ends with: `On instance['publish']:` and the value. */
function pathsOf(root: Json, refusal: string): Path[] {
  const [, keys = '', shown] = /^On instance(\S*):\n([\s\S]*)$/m.exec(refusal) ?? []
  if (shown === undefined) return []
  const end = [...keys.matchAll(/\[([^\]]*)\]/g)].map(([, key = '']) => key.replace(/^'|'$/g, ''))
  const endsSo = (path: Path) => end.every((key, index) => String(path[path.length - end.length + index]) === key)
  return [...valuesIn(root)]
    .filter(({value, path}) => endsSo(path) && isShown(value, path, shown.trim()))
    .map(({path}) => path)
}

/** All values below one. */
function* valuesIn(value: Json, path: Path = []): Generator<{value: Json; path: Path}> {
  if (path.length > 0) yield {value, path}
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* valuesIn(item, [...path, index])
  else if (isObject(value))
    for (const [key, item] of Object.entries(value)) yield* valuesIn(item ?? null, [...path, key])
}

/** Mistral adds its name to a task or a workflow before it checks it. */
const isShown = (value: Json, path: Path, shown: string): boolean =>
  isObject(value) ? shown.includes(`'name': '${path.at(-1)}'`) : pythonRepr(value) === shown
