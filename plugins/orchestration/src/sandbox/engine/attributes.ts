import type {Json, JsonObject} from '@osc-cli/core'
import type {ResourceRecord} from '#sandbox/engine/records'
import type {View} from '#sandbox/engine/view'
import type {Handle, ResourceType} from '#sandbox/resources/type'
import {follow} from '#sandbox/template/function'
import {ShapeError} from '#sandbox/template/scope'

export function referenceOf(view: View, record: ResourceRecord): Json {
  const type = view.typeOf(record.name)
  return type.reference?.(view.handle(record)) ?? record.physicalId ?? record.physicalName
}

/** The value at a path in an attribute; undefined until the resource exists. */
export function attributeOf(view: View, resource: string, name: string, path: readonly Json[]): Json | undefined {
  if (!view.template.resources.has(resource))
    throw new ShapeError('get_attr', `The specified reference "${resource}" (in unknown) is incorrect.`)
  if (!view.definitions.has(resource)) return undefined
  const type = view.typeOf(resource)
  if (name !== '' && !isAttribute(type, name))
    throw new ShapeError('get_attr', `The Referenced Attribute (${resource} ${name}) is incorrect.`)
  const record = view.record(resource)
  if (!record || record.action === 'INIT') return undefined
  const handle = view.handle(record)
  if (name === '') return allAttributes(type, handle)
  const value =
    name === 'show' && !Object.hasOwn(type.attributes, name)
      ? (type.show?.(handle) ?? null)
      : type.attribute?.(handle, name, path)
  return type.ownPath?.(name) ? value : follow(value, path)
}

const isAttribute = (type: ResourceType, name: string): boolean =>
  type.hasAll === true || name === 'show' || Object.hasOwn(type.attributes, name)

/** As `resource show` lists them: null where the value is unknown. */
export function allAttributes(type: ResourceType, handle: Handle): JsonObject {
  const shown = type.show?.(handle)
  if (shown) return shown
  return Object.fromEntries(
    Object.keys(type.attributes).map((name) => [name, type.attribute?.(handle, name, []) ?? null]),
  )
}
