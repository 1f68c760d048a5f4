import {asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {isFunction} from '#model/functions'
import {shownText} from '#model/shown'
import {basicType, schemaOf} from '#model/values'
import type {Types} from '#types/types'

/** Why keys and indexes do not lead into values of a type, to follow the name of the value; undefined if they may. */
export function schemaFault(schema: JsonObject, path: readonly Json[], types: Types): string | undefined {
  let next = schema
  for (const key of path) {
    const name = asText(next.type) ?? 'string'
    const type = types.find('data', name)
    const basic = basicType(name, types)
    if (basic === undefined && type) {
      const schemas = types.section(type, 'properties')
      const found = schemas[shownText(key)]
      if (found === undefined) return `has no ${shownText(key)}`
      next = schemaOf(found)
    } else if (basic === 'list' || basic === 'map') {
      if (basic === 'list' && !isIndex(key)) return `is a list, and ${shownText(key)} is not an index`
      if (next.entry_schema === undefined) return undefined
      next = schemaOf(next.entry_schema)
    } else return basic === undefined || OPEN.has(basic) ? undefined : `is not a list or mapping`
  }
  return undefined
}

/** Types whose values may have parts that the type does not name. */
const OPEN = new Set(['json', 'range'])

/** Why keys and indexes do not lead into a value, to follow its name; undefined if they may. */
export function valueFault(value: Json | undefined, path: readonly Json[]): string | undefined {
  let next = value
  for (const key of path) {
    if (next === undefined || next === null || isFunction(next)) return undefined
    if (Array.isArray(next)) {
      if (!isIndex(key)) return `is a list, and ${shownText(key)} is not an index`
      if (Number(key) >= next.length) return `has ${next.length} entries, and ${shownText(key)} is not the index of one`
      next = next[Number(key)]
    } else if (isObject(next)) {
      if (!Object.hasOwn(next, shownText(key))) return `has no ${shownText(key)}`
      next = next[shownText(key)]
    } else return 'is not a list or mapping'
  }
  return undefined
}

const isIndex = (key: Json): boolean => /^\d+$/.test(shownText(key))
