import {asObject, asText, type Json} from '@osc-cli/core'
import {attributeOf, referenceOf} from '#sandbox/engine/attributes'
import {conditionsOf} from '#sandbox/engine/conditions'
import {createHandle} from '#sandbox/engine/handle'
import type {ResourceRecord, Source, StackRecord} from '#sandbox/engine/records'
import {findType} from '#sandbox/engine/registry'
import type {World} from '#sandbox/engine/world'
import {missingParameter} from '#sandbox/failures'
import type {Handle, NestedStacks, ResourceType} from '#sandbox/resources/type'
import {referencesIn} from '#sandbox/template/functions'
import type {Definition, Template} from '#sandbox/template/model'
import {createParameters, type Parameters} from '#sandbox/template/parameters'
import {readTemplate} from '#sandbox/template/read'
import type {Scope} from '#sandbox/template/scope'

/** A stack with its parsed template, evaluated conditions and resolved resource types. */
export interface View {
  readonly world: World
  readonly stack: StackRecord
  readonly template: Template
  readonly parameters: Parameters
  readonly scope: Scope
  /** Resources whose condition is true. */
  readonly definitions: ReadonlyMap<string, Definition>
  typeOf(name: string): ResourceType
  /** Names of the resources that a resource depends on, from its definition. */
  requires(name: string): string[]
  record(name: string): ResourceRecord | undefined
  handle(record: ResourceRecord): Handle
}

/** Parses a stack; throws Heat's error when its template or a type is invalid. */
export async function openView(
  world: World,
  stack: StackRecord,
  nested: NestedStacks,
  source: Source = stack.source,
): Promise<View> {
  const template = readTemplate(source.template)
  const {environment} = source
  const parameters = createParameters(
    template,
    asObject(environment.parameters),
    asObject(environment.parameter_defaults),
    stack,
  )
  const types = new Map<string, ResourceType>()
  const scope: Scope = {
    template,
    hasParameter: parameters.has,
    parameter(name) {
      const value = parameters.get(name)
      if (value === undefined) throw missingParameter(name)
      return value
    },
    reference(name) {
      const record = view.record(name)
      if (!record || record.action === 'INIT') return record?.physicalId ?? name
      return referenceOf(view, record)
    },
    attribute: (resource, name, path) => attributeOf(view, resource, name, path),
    file(path) {
      const content = source.files[path]
      if (content === undefined) throw new Error(`No content found in the "files" section for get_file path: ${path}`)
      return asText(content) ?? JSON.stringify(content)
    },
    condition: (name) => conditions(name),
    facade: (part) => facadeOf(world, stack, part),
  }
  const conditions = conditionsOf(template, scope)
  const definitions = new Map(
    [...template.resources].filter(([name, {condition}]) => conditions.holds(condition, `resources.${name}.condition`)),
  )
  for (const [name, {type}] of definitions) types.set(name, await findType(source, name, type))
  const view: View = {
    world,
    stack,
    template,
    parameters,
    scope,
    definitions,
    typeOf(name) {
      const type = types.get(name)
      if (!type) throw new Error(`The template has no resource ${name}.`)
      return type
    },
    requires(name) {
      const definition = definitions.get(name)
      if (!definition) return []
      const {properties, metadata, dependsOn} = definition
      const type = view.typeOf(name)
      const followed = [...definitions.values()].filter((other) => type.follows?.(definition, other))
      const all = [
        ...dependsOn,
        ...referencesIn(properties, scope),
        ...referencesIn(metadata, scope),
        ...followed.map((other) => other.name),
      ]
      return [...new Set(all)].filter((other) => definitions.has(other))
    },
    record: (name) => world.resources.find({stackId: stack.id, name, isCurrent: true})[0],
    handle: (record) => createHandle(view, record, view.typeOf(record.name), nested),
  }
  return view
}

function facadeOf({stacks}: World, {parent, parentResource}: StackRecord, part: string): Json {
  const above = parent === null ? undefined : stacks.get(parent)
  if (!above || parentResource === null) return part === 'deletion_policy' ? 'Delete' : {}
  const definition = readTemplate(above.source.template).resources.get(parentResource)
  if (part === 'deletion_policy') return definition?.deletionPolicy ?? 'Delete'
  return (part === 'metadata' ? definition?.metadata : definition?.updatePolicy) ?? {}
}
