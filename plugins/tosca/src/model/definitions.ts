import {asArray, asObject, isObject, type Json, type JsonObject} from '@osc-cli/core'
import type {Faults} from '#faults'
import {shownText} from '#model/shown'
import {BASIC} from '#model/values'
import {KINDS, type Types} from '#types/types'
import {type Place, placeOfValue} from '#yaml/places'

/** Types and constraints of an input or property that are not defined. */
export function checkDefinition(body: JsonObject, what: string, types: Types, faults: Faults): void {
  const {type, constraints, entry_schema: entry} = body
  if (type !== undefined) checkType(type, placeOfValue(body, 'type'), what, types, faults)
  const entryType = isObject(entry) ? entry.type : entry
  const entryPlace = isObject(entry) ? placeOfValue(entry, 'type') : placeOfValue(body, 'entry_schema')
  if (entryType !== undefined) checkType(entryType, entryPlace, `entries of ${what}`, types, faults)
  if (constraints && !Array.isArray(constraints))
    faults.add(placeOfValue(body, 'constraints'), `${what}: constraints must be a list`)
  for (const [index, constraint] of asArray(constraints).entries()) {
    const problem = problemOfConstraint(constraint)
    if (problem !== undefined) faults.add(placeOfValue(constraints, index), `${what}: ${problem}`)
  }
}

/** What is wrong with a constraint, whatever the value. */
function problemOfConstraint(constraint: Json): string | undefined {
  const entries = Object.entries(asObject(constraint))
  const [[name, limit] = ['', null]] = entries
  if (entries.length !== 1) return 'a constraint must be a mapping with one key'
  if (!OPERATORS.has(name)) return `unknown constraint ${name}`
  if (name === 'valid_values' && !Array.isArray(limit)) return 'valid_values must be a list'
  if (name === 'in_range' && asArray(limit).length !== 2) return 'in_range must be a list of two values'
  if (/length$/.test(name) && !/^\d+$/.test(shownText(limit))) return `${name} must be an integer`
  return undefined
}

function checkType(type: Json, place: Place, what: string, types: Types, faults: Faults): void {
  const name = shownText(type)
  if (!BASIC.has(name) && !types.find('data', name)) faults.add(place, `${what}: type ${name} is not defined`)
}

const OPERATORS = new Set([
  'equal',
  'greater_than',
  'greater_or_equal',
  'less_than',
  'less_or_equal',
  'in_range',
  'valid_values',
  'length',
  'min_length',
  'max_length',
  'pattern',
  'schema',
])

/** The properties of the types that a file defines. Not of imports: published type definitions have faults. */
export function checkTypes(body: JsonObject, types: Types, faults: Faults): void {
  for (const {section} of Object.values(KINDS))
    for (const [name, type] of Object.entries(asObject(body[section])))
      for (const [property, schema] of Object.entries(asObject(asObject(type).properties)))
        if (isObject(schema)) checkDefinition(schema, `property ${property} of type ${name}`, types, faults)
}
