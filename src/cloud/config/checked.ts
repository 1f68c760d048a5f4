import {isMap, kindOf, type Located, type LocatedMap, scalarText} from '#cloud/config/located'
import {ConfigError} from '#errors'

const NOTHING: LocatedMap = new Map()

/** The mapping that `path` must be; an empty one where there is none. */
export function mapOf({value, source}: Located, path: string): LocatedMap {
  if (value === null) return NOTHING
  if (isMap(value)) return value
  throw new ConfigError(`${source.name}: ${path} must be a mapping, not ${kindOf(value)}.`, {
    hint: 'Write it as lines of "name: value", indented further than the line above them.',
  })
}

/** A mapping in a mapping; empty where it is missing or empty. `path` is what messages call it. */
export function section(content: LocatedMap, key: string, path = key): LocatedMap {
  const located = content.get(key)
  return located ? mapOf(located, path) : NOTHING
}

/** The text that `path` must be, numbers included; undefined where it is missing or empty. */
export function textOf(located: Located | undefined, path: string): string | undefined {
  if (!located || located.value === null || located.value === '') return undefined
  const {value, source} = located
  const text = typeof value === 'boolean' ? undefined : scalarText(value)
  if (text !== undefined) return text
  const hint =
    typeof value === 'boolean'
      ? 'YAML reads yes, no, on and off as true and false: put the value in quotes.'
      : undefined
  throw new ConfigError(`${source.name}: ${path} must be text, not ${kindOf(value)}.`, {hint})
}

/** As openstacksdk takes yes and no: `true` in any case is true, anything else is not. */
export const flagOf = (located: Located | undefined): boolean => scalarText(located?.value)?.toLowerCase() === 'true'
