import {asArray, asObject, asText, isObject, type Json, type JsonObject, similar} from '@osc-cli/core'
import type {Faults, Reports} from '#faults'
import {BASIC} from '#model/basic-types'
import {CONSTRAINTS, constraintFault} from '#model/constraints'
import {isFunction} from '#model/functions'
import {checkOperation, operationsIn} from '#model/interfaces'
import {checkKeys, KEYS, TYPE_KEYS} from '#model/keys'
import {shownText} from '#model/shown'
import {basicType, checkValue, schemaOf} from '#model/values'
import {KINDS, type Kind, pairsOf, type Types} from '#types/types'
import {type Place, placeOfValue} from '#yaml/places'

/** Checks the types and constraints of an input, property or attribute, whatever its value. */
export function checkDefinition(body: JsonObject, what: string, types: Types, faults: Reports): void {
  const {type, constraints, required} = body
  if (type !== undefined) checkDataType(type, placeOfValue(body, 'type'), what, types, faults)
  for (const [key, name] of [
    ['entry_schema', 'entries'],
    ['key_schema', 'keys'],
  ] as const)
    checkSchema(body, key, `${name} of ${what}`, types, faults)
  if (required !== undefined && typeof required !== 'boolean')
    faults.add(placeOfValue(body, 'required'), `${what}: required must be true or false`)
  checkConstraints(constraints, body, basicType(asText(type) ?? 'string', types), what, faults)
}

/** The schema of the entries or keys of a list or map. In short it is only a type. */
function checkSchema(
  body: JsonObject,
  key: 'entry_schema' | 'key_schema',
  what: string,
  types: Types,
  faults: Reports,
): void {
  const schema = body[key]
  if (isObject(schema)) {
    checkKeys(schema, KEYS.entrySchema, what, faults)
    checkDefinition(schema, what, types, faults)
  } else if (schema !== undefined) checkDataType(schema, placeOfValue(body, key), what, types, faults)
}

function checkConstraints(
  constraints: Json | undefined,
  holder: JsonObject,
  type: string | undefined,
  what: string,
  faults: Reports,
): void {
  if (constraints && !Array.isArray(constraints))
    faults.add(placeOfValue(holder, 'constraints'), `${what}: constraints must be a list`)
  for (const [index, constraint] of asArray(constraints).entries()) {
    const problem = constraintFault(constraint, type)
    const [name = ''] = Object.keys(asObject(constraint))
    const unknown = CONSTRAINTS.has(name) ? undefined : {name, known: () => CONSTRAINTS}
    if (problem !== undefined) faults.add(placeOfValue(constraints, index), `${what}: ${problem}`, unknown)
  }
}

function checkDataType(type: Json, place: Place, what: string, types: Types, faults: Reports): void {
  const name = shownText(type)
  if (!BASIC.has(name) && !types.find('data', name))
    faults.add(place, `${what}: type ${name} is not defined`, {name, known: () => [...BASIC, ...types.names('data')]})
}

/** Types that others publish begin so. */
const PUBLISHED = /^tosca[.:]/

/**
 * Checks the types that a file defines, also those that nothing uses. Published definitions have faults that do no harm: of
 * imported ones they are only noted.
 */
export function checkTypes(body: JsonObject, isMain: boolean, types: Types, faults: Faults): void {
  for (const [kind, {section}] of Object.entries(KINDS))
    for (const [name, type] of Object.entries(asObject(body[section]))) {
      const isNoted = !isMain && PUBLISHED.test(name)
      if (isObject(type)) new TypeCheck(kind as Kind, name, type, types, isNoted ? faults.asNotes() : faults).run()
    }
}

class TypeCheck {
  readonly #kind: Kind
  readonly #body: JsonObject
  readonly #what: string
  readonly #types: Types
  readonly #faults: Reports

  constructor(kind: Kind, name: string, body: JsonObject, types: Types, faults: Reports) {
    this.#kind = kind
    this.#body = body
    this.#what = `type ${name}`
    this.#types = types
    this.#faults = faults
  }

  run(): void {
    const {properties, attributes, capabilities, requirements, interfaces, artifacts} = this.#body
    if (this.#kind !== 'interface') checkKeys(this.#body, TYPE_KEYS[this.#kind], this.#what, this.#faults)
    this.#schemas('property', properties, this.#what)
    this.#schemas('attribute', attributes, this.#what)
    if (this.#kind === 'data') this.#dataType()
    for (const [name, definition] of Object.entries(asObject(capabilities))) this.#capability(name, definition ?? null)
    for (const [name, definition] of pairsOf(requirements)) this.#requirement(name, definition)
    for (const [name, definition] of Object.entries(asObject(interfaces))) this.#interface(name, asObject(definition))
    for (const [name, definition] of Object.entries(asObject(artifacts)))
      this.#reference('artifact', definition, 'type', `artifact ${name} of ${this.#what}`)
    this.#names('node', 'members')
    this.#names('node', 'targets')
    this.#names('capability', 'valid_target_types')
    this.#names('node', 'valid_source_types')
  }

  #schemas(noun: 'property' | 'attribute', definitions: Json | undefined, owner: string): void {
    for (const [name, definition] of Object.entries(asObject(definitions))) {
      const what = `${noun} ${name} of ${owner}`
      const schema = schemaOf(definition)
      if (isObject(definition)) checkKeys(definition, KEYS.property, what, this.#faults)
      else if (definition !== null)
        checkDataType(definition ?? null, placeOfValue(definitions, name), what, this.#types, this.#faults)
      checkDefinition(isObject(definition) ? definition : {}, what, this.#types, this.#faults)
      const {default: preset} = schema
      if (preset === undefined || isFunction(preset)) continue
      const spot = {holder: definition, key: 'default', what: `default of ${what}`}
      checkValue(preset, schema, spot, {types: this.#types, report: this.#faults.add.bind(this.#faults)})
    }
  }

  /** The constraints and entries of a data type that narrows a basic type. */
  #dataType(): void {
    const {constraints, type} = this.#body
    const name = asText(type) ?? asText(this.#body.derived_from) ?? ''
    checkConstraints(constraints, this.#body, basicType(name, this.#types), this.#what, this.#faults)
    checkSchema(this.#body, 'entry_schema', `entries of ${this.#what}`, this.#types, this.#faults)
    checkSchema(this.#body, 'key_schema', `keys of ${this.#what}`, this.#types, this.#faults)
  }

  #capability(name: string, definition: Json): void {
    const what = `capability ${name} of ${this.#what}`
    checkKeys(definition, KEYS.capabilityDefinition, what, this.#faults)
    if (isObject(definition)) this.#reference('capability', definition, 'type', what)
    else if (definition !== null) this.#reference('capability', this.#body.capabilities, name, what)
    this.#schemas('property', asObject(definition).properties, what)
    this.#schemas('attribute', asObject(definition).attributes, what)
    this.#occurrences(definition, what)
  }

  #requirement(name: string, definition: Json): void {
    const what = `requirement ${name} of ${this.#what}`
    checkKeys(definition, KEYS.requirementDefinition, what, this.#faults)
    this.#needed('capability', definition, what)
    this.#needed('node', definition, what)
    const {relationship} = asObject(definition)
    if (isObject(relationship)) this.#reference('relationship', relationship, 'type', what)
    else this.#reference('relationship', definition, 'relationship', what)
    this.#occurrences(definition, what)
  }

  #interface(name: string, definition: JsonObject): void {
    const what = `interface ${name} of ${this.#what}`
    this.#reference('interface', definition, 'type', what)
    for (const operation of operationsIn(definition)) checkOperation(operation, what, this.#faults)
  }

  /** A range of two numbers, or `UNBOUNDED` for the second one. */
  #occurrences(definition: Json | undefined, what: string): void {
    const {occurrences} = asObject(definition)
    if (occurrences === undefined) return
    const [low, high, ...more] = asArray(occurrences)
    const isCount = (value: Json | undefined): boolean => Number.isInteger(value) && Number(value) >= 0
    const isRange = isCount(low) && (high === 'UNBOUNDED' || (isCount(high) && Number(high) >= Number(low)))
    if (!isRange || more.length > 0)
      this.#faults.add(
        placeOfValue(definition, 'occurrences'),
        `${what}: occurrences must be a range, such as [0, UNBOUNDED]`,
      )
  }

  /** A type that a definition names. */
  #reference(kind: Kind, holder: Json | undefined, key: string, what: string): void {
    const name = asText(asObject(holder)[key])
    if (name !== undefined) this.#typeIs(kind, name, placeOfValue(holder, key), what)
  }

  /** A type that a requirement names. Files of published types leave it to others to define those that they only refer to. */
  #needed(kind: 'capability' | 'node', definition: Json, what: string): void {
    const name = asText(asObject(definition)[kind])
    if (name === undefined || this.#types.find(kind, name)) return
    const place = placeOfValue(definition, kind)
    const isElsewhere = PUBLISHED.test(name) && similar(name, this.#types.names(kind)).length === 0
    if (isElsewhere) this.#faults.note(place, `${what}: type ${name} is not defined`)
    else this.#typeIs(kind, name, place, what)
  }

  /** A list of types. */
  #names(kind: Kind, key: string): void {
    const list = this.#body[key]
    for (const [index, name] of asArray(list).entries())
      this.#typeIs(kind, shownText(name), placeOfValue(list, index), `${key} of ${this.#what}`)
  }

  #typeIs(kind: Kind, name: string, place: Place, what: string): void {
    if (!this.#types.find(kind, name))
      this.#faults.add(place, `${what}: type ${name} is not defined`, {name, known: () => this.#types.names(kind)})
  }
}
