import {isObject, type Json} from '@osc-cli/core'
import type {Reports} from '#faults'
import type {Kind} from '#types/types'
import {placeOfKey} from '#yaml/places'

// The keys of TOSCA 1.0 to 1.3, and those that heat-translator and Tacker add.

type Keys = ReadonlySet<string>

const keys = (text: string, ...more: Iterable<string>[]): Keys =>
  new Set([...text.split(/\s+/), ...more.flatMap((each) => [...each])])

const COMMON = keys('description metadata')
const OF_TYPES = keys('derived_from version', COMMON)
const SCHEMA = keys('type required default status constraints key_schema entry_schema external-schema', COMMON)

/** Of definitions of types. Those of interface types are also operations. */
export const TYPE_KEYS: Readonly<Record<Exclude<Kind, 'interface'>, Keys>> = {
  node: keys('properties attributes requirements capabilities interfaces artifacts', OF_TYPES),
  relationship: keys('properties attributes interfaces valid_target_types credential', OF_TYPES),
  capability: keys('properties attributes valid_source_types', OF_TYPES),
  data: keys('properties constraints key_schema entry_schema type', OF_TYPES),
  artifact: keys('properties mime_type file_ext', OF_TYPES),
  policy: keys('properties targets triggers type reservation', OF_TYPES),
  group: keys('properties attributes members requirements capabilities interfaces', OF_TYPES),
}

export const KEYS = {
  topology: keys(
    'description inputs node_templates relationship_templates groups policies outputs substitution_mappings workflows',
  ),
  import: keys('file repository namespace_uri namespace_prefix'),
  repository: keys('description url credential'),
  parameter: keys('value', SCHEMA),
  property: SCHEMA,
  entrySchema: keys('properties', SCHEMA),
  requirementDefinition: keys('capability node relationship occurrences node_filter', COMMON),
  capabilityDefinition: keys('type properties attributes valid_source_types occurrences', COMMON),
  node: keys(
    'type directives properties attributes requirements capabilities interfaces artifacts node_filter copy derived_from',
    COMMON,
  ),
  relationship: keys(
    'type properties attributes interfaces copy derived_from requirements capabilities template',
    COMMON,
  ),
  requirement: keys('node capability relationship occurrences node_filter count', COMMON),
  capability: keys('properties attributes occurrences', COMMON),
  artifact: keys('type file repository deploy_path artifact_version checksum checksum_algorithm properties', COMMON),
  operation: keys('implementation inputs outputs', COMMON),
  implementation: keys('primary dependencies timeout operation_host', keys('type file repository', COMMON)),
  group: keys('type properties attributes members interfaces', COMMON),
  policy: keys('type properties targets triggers reservation', COMMON),
  trigger: keys('event event_type schedule target_filter condition action meter_name metric', COMMON),
  substitution: keys(
    'node_type properties attributes capabilities requirements interfaces substitution_filter',
    COMMON,
  ),
  workflow: keys('inputs preconditions steps implementation outputs', COMMON),
  step: keys('target target_relationship operation_host filter activities on_success on_failure', COMMON),
} satisfies Record<string, Keys>

/** Reports the keys of a mapping that it cannot have. Messages begin with `what`. */
export function checkKeys(holder: Json | undefined, known: Keys, what: string, faults: Reports): void {
  if (!isObject(holder)) return
  for (const name of Object.keys(holder))
    if (!known.has(name))
      faults.add(placeOfKey(holder, name), `${what}: unknown key ${name}`, {name, known: () => known})
}
