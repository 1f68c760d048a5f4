import {asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import type {Faults, Reports} from '#faults'
import {checkKeys, KEYS} from '#model/keys'
import type {Operation} from '#model/model'
import type {Type, Types} from '#types/types'
import {placeOfKey, placeOfValue, sourceOf} from '#yaml/places'

const LIFECYCLE = 'tosca.interfaces.node.lifecycle.Standard'
const CONFIGURE = 'tosca.interfaces.relationship.Configure'

const NORMATIVE = new Map([
  ['Standard', LIFECYCLE],
  [LIFECYCLE, LIFECYCLE],
  ['Configure', CONFIGURE],
  [CONFIGURE, CONFIGURE],
])

const NOT_OPERATIONS = new Set([
  'type',
  'inputs',
  'operations',
  'notifications',
  'description',
  'metadata',
  'derived_from',
])

/** The operations that every node has. */
export const LIFECYCLE_OPERATIONS = ['create', 'configure', 'start', 'stop', 'delete']

/** Calls of operations that every node or relationship has, and that may do nothing. */
export const NODE_OPERATION = new RegExp(`^(?:.*\\.)?(?:${LIFECYCLE_OPERATIONS.join('|')})$`)
export const RELATIONSHIP_OPERATION =
  /^(?:.*\.)?(?:(?:pre|post)_configure_(?:source|target)|(?:add|remove)_(?:source|target)|target_changed)$/

/** The operations that a type brings along: of its parents first, own ones win. */
export function typeOperations(type: Type, types: Types): ReadonlyMap<string, Operation> {
  const operations = new Map<string, Operation>()
  for (const {body} of types.chain(type).toReversed())
    for (const definition of Object.values(asObject(body.interfaces)))
      for (const operation of operationsIn(asObject(definition))) {
        const own = {...operation, inputs: defaultsIn(operation.inputs)}
        operations.set(operation.name, merged(operations.get(operation.name), own))
      }
  return operations
}

/** The operations that a template assigns, with what its type has for them. */
export function operationsOf(
  what: string,
  type: Type,
  body: JsonObject,
  types: Types,
  faults: Faults,
): ReadonlyMap<string, Operation> {
  const inherited = typeOperations(type, types)
  const operations = new Map<string, Operation>()
  for (const [name, definition] of Object.entries(asObject(body.interfaces))) {
    const allowed = namesOf(name, type, types)
    if (allowed === undefined) {
      const known = () => [...Object.keys(types.section(type, 'interfaces')), ...NORMATIVE.keys()]
      faults.add(placeOfKey(body.interfaces, name), `${what} has no interface ${name}`, {name, known})
      continue
    }
    for (const operation of operationsIn(asObject(definition))) {
      const holder = asObject(definition).operations ?? definition
      const place = placeOfKey(holder, operation.name)
      if (!allowed.has(operation.name))
        faults.add(place, `${what}: interface ${name} has no operation ${operation.name}`, {
          name: operation.name,
          known: () => allowed,
        })
      checkOperation(operation, what, faults)
      operations.set(operation.name, merged(inherited.get(operation.name), operation))
    }
  }
  return operations
}

/** The keys of an operation and of its implementation. */
export function checkOperation({name, body}: Operation, what: string, faults: Reports): void {
  checkKeys(body, KEYS.operation, `${what}, operation ${name}`, faults)
  const {implementation} = asObject(body)
  const place = `${what}, implementation of operation ${name}`
  checkKeys(implementation, KEYS.implementation, place, faults)
}

/** The values of inputs that a type defines: a definition such as `{type: string, default: a}` has the default. */
function defaultsIn(inputs: JsonObject): JsonObject {
  const isDefinition = (value: Json | undefined): value is JsonObject =>
    isObject(value) && typeof value.type === 'string' && Object.keys(value).every((key) => KEYS.parameter.has(key))
  const values = Object.entries(inputs).map(
    ([name, value]) => [name, isDefinition(value) ? value.default : value] as const,
  )
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}

/** The operations of an interface, which all have its inputs; 1.3 has them below `operations`. */
export function operationsIn(definition: JsonObject): Operation[] {
  const nested = asObject(definition.operations)
  const own = Object.keys(definition).filter((name) => !NOT_OPERATIONS.has(name))
  const inputs = valuesIn(definition.inputs)
  return [
    ...Object.keys(nested).map((name) => operationOf(name, nested, inputs)),
    ...own.map((name) => operationOf(name, definition, inputs)),
  ]
}

function operationOf(name: string, holder: JsonObject, inputs: JsonObject): Operation {
  const body = holder[name] ?? null
  return {
    name,
    implementation: implementationOf(body),
    place: isObject(body) ? placeOfValue(body, 'implementation') : placeOfValue(holder, name),
    body,
    inputs: {...inputs, ...valuesIn(asObject(body).inputs)},
  }
}

/** Inputs of an operation, whose types are not known: a number that ends with 0 may be a version. */
function valuesIn(inputs: Json | undefined): JsonObject {
  const values = asObject(inputs)
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const source = typeof value === 'number' ? sourceOf(values, name) : undefined
      return [name, source !== undefined && /\.\d*0$/.test(source) ? source : value]
    }),
  )
}

function implementationOf(value: Json): string | undefined {
  const simple = asText(value)
  if (simple !== undefined) return simple
  const {implementation} = asObject(value)
  const {primary = null} = asObject(implementation)
  return asText(implementation) ?? asText(primary) ?? asText(asObject(primary).file)
}

const merged = (inherited: Operation | undefined, own: Operation): Operation => ({
  ...own,
  implementation: own.implementation ?? inherited?.implementation,
  place: own.implementation === undefined && inherited ? inherited.place : own.place,
  body: own.implementation === undefined && inherited ? inherited.body : own.body,
  inputs: {...inherited?.inputs, ...own.inputs},
})

/** The operations that an interface of a type may have; undefined when the type has no such interface. */
function namesOf(name: string, type: Type, types: Types): ReadonlySet<string> | undefined {
  const defined = asObject(types.section(type, 'interfaces')[name])
  const typeName = asText(defined.type) ?? NORMATIVE.get(name)
  const interfaceType = typeName === undefined ? undefined : types.find('interface', typeName)
  if (Object.keys(defined).length === 0 && interfaceType === undefined) return undefined
  const inherited = interfaceType ? types.chain(interfaceType).flatMap(({body}) => operationsIn(body)) : []
  return new Set([...operationsIn(defined), ...inherited].map((operation) => operation.name))
}
