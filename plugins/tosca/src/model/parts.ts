import {asArray, isObject, type Json, type JsonObject} from '@osc-cli/core'
import type {Faults} from '#faults'
import {KINDS} from '#types/types'
import {placeOfKey, placeOfValue} from '#yaml/places'

/** What a part must be, and what its items are called if they must be mappings. */
interface Part {
  is: 'mapping' | 'list'
  of?: string
}

type Parts = Readonly<Record<string, Part>>

const MAPPING: Part = {is: 'mapping'}
const REQUIREMENTS: Part = {is: 'list', of: 'requirement'}
const sections = Object.values(KINDS).map(({section}): [string, Part] => [section, {is: 'mapping', of: 'type'}])

/** Parts of a file. */
export const FILE_PARTS: Parts = {
  ...Object.fromEntries(sections),
  metadata: MAPPING,
  dsl_definitions: MAPPING,
  repositories: MAPPING,
  imports: {is: 'list'},
  topology_template: MAPPING,
}

/** Parts of a topology, except `policies`, which may be a list or a mapping. */
export const TOPOLOGY_PARTS: Parts = {
  inputs: {is: 'mapping', of: 'input'},
  outputs: {is: 'mapping', of: 'output'},
  node_templates: MAPPING,
  relationship_templates: {is: 'mapping', of: 'relationship template'},
  groups: {is: 'mapping', of: 'group'},
  substitution_mappings: MAPPING,
  workflows: MAPPING,
}

/** Parts of a workflow. */
export const WORKFLOW_PARTS: Parts = {inputs: MAPPING, steps: MAPPING}

/** Parts of a type. Its capabilities and interfaces may be names of types. */
export const TYPE_PARTS: Parts = {
  properties: MAPPING,
  attributes: MAPPING,
  artifacts: MAPPING,
  capabilities: MAPPING,
  interfaces: MAPPING,
  requirements: REQUIREMENTS,
}

/** Parts of a node template. */
export const NODE_PARTS: Parts = {
  ...TYPE_PARTS,
  capabilities: {is: 'mapping', of: 'capability'},
  interfaces: {is: 'mapping', of: 'interface'},
}

/** Reports parts that are not what they must be. Empty parts are allowed. Messages begin with `prefix`: `node web: `. */
export function checkParts(holder: JsonObject, parts: Parts, prefix: string, faults: Faults): void {
  for (const [key, {is, of}] of Object.entries(parts)) {
    const value = holder[key] ?? null
    if (value === null) continue
    if (is === 'mapping' ? !isObject(value) : !Array.isArray(value))
      faults.add(placeOfKey(holder, key), `${prefix}${key} must be a ${is}`)
    else if (of !== undefined) checkItems(value, `${prefix}${of}`, faults)
  }
}

function checkItems(value: Json, what: string, faults: Faults): void {
  const items = isObject(value)
    ? Object.entries(value)
    : asArray(value).map((item, index): [number, Json] => [index, item])
  for (const [key, item = null] of items) {
    if (item === null || isObject(item)) continue
    const place = typeof key === 'number' ? placeOfValue(value, key) : placeOfKey(value, key)
    faults.add(place, `${what} ${typeof key === 'number' ? key + 1 : key} must be a mapping`)
  }
}
