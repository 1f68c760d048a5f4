import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {SandboxFailure} from '@osc-cli/core/sandbox'
import {checkReferences} from '#sandbox/engine/check-references'
import type {Context} from '#sandbox/engine/context'
import {draftStack} from '#sandbox/engine/new-stack'
import {checkCustomConstraints, checkCustomParameters, checkService} from '#sandbox/engine/other-services'
import {definedOutputs} from '#sandbox/engine/outputs'
import type {StackRecord} from '#sandbox/engine/records'
import {propertiesOf, resolvedProperties} from '#sandbox/engine/resource-properties'
import {openView, type View} from '#sandbox/engine/view'
import {invalidStack, limitExceeded} from '#sandbox/failures'
import {MAX_DEPTH, MAX_RESOURCES, TOO_DEEP, TOO_MANY_RESOURCES} from '#sandbox/limits'
import {coerceAll, PropertyError} from '#sandbox/resources/properties'
import type {NestedSource, ResourceType} from '#sandbox/resources/type'
import {checkFunctions} from '#sandbox/template/check'
import {referencesIn, resolve} from '#sandbox/template/functions'
import type {Definition} from '#sandbox/template/model'

/** Parses a stack and its nested stacks, and throws Heat's error for the first fault. */
export async function validateStack(
  context: Context,
  stack: StackRecord,
  {strict = true, depth = 0}: {strict?: boolean; depth?: number} = {},
): Promise<View> {
  if (depth > MAX_DEPTH) throw limitExceeded(TOO_DEEP)
  const view = await openView(context.world, stack, context.nested)
  if (depth === 0 && view.definitions.size > MAX_RESOURCES) throw limitExceeded(TOO_MANY_RESOURCES)
  checkParameterGroups(view)
  checkDuplicates(view)
  view.parameters.validate(strict)
  await checkCustomParameters(view)
  for (const name of Object.keys(view.template.conditions)) view.scope.condition(name)
  checkReferences(view)
  for (const definition of view.definitions.values()) await checkResource(context, view, definition, {strict, depth})
  for (const [key, {value}] of definedOutputs(view)) checkFunctions(value, `outputs.${key}.value`, view.scope)
  return view
}

/** Checks that do not depend on the values of parameters. */
export async function checkTemplate(
  context: Context,
  stack: StackRecord,
  {ignored = []}: {ignored?: readonly string[]} = {},
): Promise<View> {
  const view = await openView(context.world, stack, context.nested)
  checkParameterGroups(view)
  if (!ignored.includes(REFERENCE_ERRORS)) checkReferences(view)
  for (const {name, properties} of view.definitions.values()) {
    checkFunctions(properties, `resources.${name}.properties`, view.scope)
    const type = view.typeOf(name)
    try {
      checkUnknown(type, properties)
      checkRequired(type, properties)
    } catch (error) {
      throw faultAt(`resources.${name}.properties`, error)
    }
  }
  for (const [key, {value}] of definedOutputs(view)) checkFunctions(value, `outputs.${key}.value`, view.scope)
  return view
}

/** Heat's code of errors that `ignore_errors` may name. */
const REFERENCE_ERRORS = '99001'

/** A parameter and a resource cannot have the same name. */
function checkDuplicates({template}: View): void {
  const names = [...template.parameters.keys()].filter((name) => template.resources.has(name))
  if (names.length > 0) throw invalidStack(`Duplicate names {${names.map((name) => `'${name}'`).join(', ')}}`)
}

function checkParameterGroups({template}: View): void {
  const named = new Set<string>()
  for (const group of template.parameterGroups) {
    const {label, parameters} = asObject(group)
    for (const item of asArray(parameters)) {
      const name = asText(item) ?? ''
      const refuse = (message: string) =>
        invalidStack(`Parameter Groups error: : parameter_groups.${asText(label) ?? ''}: : ${message}`)
      if (!template.parameters.has(name))
        throw refuse(`The grouped parameter ${name} does not reference a valid parameter.`)
      if (named.has(name)) throw refuse(`The ${name} parameter must be assigned to one parameter group only.`)
      named.add(name)
    }
  }
}

/** `strict`: values are checked too. Heat checks those of nested stacks only when it creates their resources. */
async function checkResource(
  context: Context,
  view: View,
  definition: Definition,
  {strict, depth}: {strict: boolean; depth: number},
): Promise<void> {
  const {name, properties, metadata} = definition
  const path = `resources.${name}.properties`
  checkFunctions(properties, path, view.scope)
  checkFunctions(metadata, `resources.${name}.metadata`, view.scope)
  // Values that depend on resources which do not exist yet are checked when the resource is created.
  const known = Object.entries(properties).filter(([, value]) => !isOpen(value ?? null, view))
  const type = view.typeOf(name)
  checkService(type, view)
  checkUpdatePolicy(type, definition, view)
  const isComplete = known.length === Object.keys(properties).length
  const values = readProperties(view, {...definition, properties: Object.fromEntries(known)}, path)
  const open = Object.fromEntries(Object.keys(properties).map((key) => [key, values[key] ?? null]))
  try {
    checkUnknown(type, properties)
    const complete = isComplete ? completed(type, values, strict) : undefined
    if (strict) await checkCustomConstraints(complete ?? open, type, view)
    if (strict && complete) type.validate?.(complete)
    // A group that is too large fails when it is created, as in Heat.
    const count = Number(complete?.count ?? 1)
    const source = complete && count > 0 && count <= MAX_RESOURCES ? type.nestedTemplate?.(complete) : undefined
    if (source) await checkNested(context, view, name, source, depth)
  } catch (error) {
    throw faultAt(path, error)
  }
}

/** Heat's error for a faulty property; other errors as they are. */
const faultAt = (path: string, error: unknown): unknown =>
  error instanceof PropertyError ? invalidStack(`Property error: : ${path}${error.path}: : ${error.message}`) : error

function checkUnknown({takesAll, properties: schemas}: ResourceType, properties: JsonObject): void {
  const unknown = Object.keys(properties).find((key) => !takesAll && !Object.hasOwn(schemas, key))
  if (unknown !== undefined) throw new PropertyError('', `Unknown Property ${unknown}`)
}

function checkRequired({properties: schemas}: ResourceType, properties: JsonObject): void {
  const missing = Object.keys(schemas).find((key) => schemas[key]?.required && properties[key] === undefined)
  if (missing !== undefined) throw new PropertyError('', `Property ${missing} not assigned`)
}

/** The properties with their defaults. Without `strict`, only names are checked: undefined where a value is wrong. */
function completed(type: ResourceType, values: JsonObject, strict: boolean): JsonObject | undefined {
  checkRequired(type, values)
  try {
    return propertiesOf(type, values)
  } catch (error) {
    if (strict || !(error instanceof PropertyError)) throw error
    return undefined
  }
}

function checkUpdatePolicy({takesAll, updatePolicy = {}}: ResourceType, definition: Definition, view: View): void {
  if (takesAll) return
  try {
    coerceAll(asObject(resolve(definition.updatePolicy ?? null, view.scope)), updatePolicy)
  } catch (error) {
    throw faultAt(`resources.${definition.name}.update_policy`, error)
  }
}

function readProperties(view: View, definition: Definition, path: string) {
  const values = Object.entries(definition.properties).map(([key, value]) => {
    try {
      return resolvedProperties(view, {...definition, properties: {[key]: value}})
    } catch (error) {
      if (error instanceof SandboxFailure && error.status !== 400) throw error
      throw invalidStack(`Property error: : ${path}.${key}: : ${error instanceof Error ? error.message : error}`)
    }
  })
  return Object.assign({}, ...values)
}

/** Whether the value depends on a resource that does not exist. */
const isOpen = (value: Json, view: View): boolean =>
  referencesIn(value, view.scope).some((name) => {
    const record = view.record(name)
    return record === undefined || record.action === 'INIT'
  })

async function checkNested(
  context: Context,
  {stack}: View,
  name: string,
  {template, parameters}: NestedSource,
  depth: number,
): Promise<void> {
  const {environment, files} = stack.source
  const child = draftStack(context.world, {
    ...stack,
    name: `${stack.name}-${name}`,
    parent: null,
    parentResource: null,
    source: {template, files, environment: {...environment, parameters}},
  })
  try {
    await validateStack(context, child, {strict: false, depth: depth + 1})
  } catch (error) {
    if (!(error instanceof SandboxFailure) || error.status !== 400) throw error
    throw new SandboxFailure(400, nestedMessage(name, error.message), error.details)
  }
}

/** `Property error: : resources.n.resources.i...`: the path of a nested fault begins with the resource here. */
function nestedMessage(name: string, message: string): string {
  const at = message.search(/(resources|outputs|conditions|parameter_groups)\./)
  return at >= 0 ? `${message.slice(0, at)}resources.${name}.${message.slice(at)}` : message
}
