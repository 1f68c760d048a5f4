import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {ServiceFailure, type ServiceType} from '#sandbox/engine/services'
import {factsOf} from '#sandbox/resources/openstack/facts'
import {withIds, withKnownIds} from '#sandbox/resources/openstack/names'
import type {PropertySchemas} from '#sandbox/resources/properties'
import {type Handle, ResourceFailure, type ResourceType} from '#sandbox/resources/type'

type Attribute = (record: JsonObject, handle: Handle) => Json | undefined

/** A resource type that is one REST resource of a service: created by POST, changed by PUT, deleted by DELETE. */
export interface RestType {
  /** `OS::Neutron::Net`. */
  name: string
  description: string
  service: ServiceType
  /** The collection, below the service; `{policy}` is a property with an ID: `/v2.0/qos/policies/{policy}/dscp_marking_rules`. */
  path: string
  /** The key that wraps a record in a body. */
  member: string
  /** Properties with another key in a body. */
  renamed?: Readonly<Record<string, string>>
  /** Properties that are not keys of a body: the type sends them in other requests, or the sandbox only stores them. */
  unsent?: readonly string[]
  /** Completes a body: of a creation, or with the changed properties only. */
  body?(body: JsonObject, handle: Handle, isNew: boolean): JsonObject | Promise<JsonObject>
  /** What follows the creation. */
  created?(handle: Handle, properties: JsonObject): Promise<void>
  /** What follows a change; both properties have IDs in place of names. */
  changed?(handle: Handle, properties: JsonObject, before: JsonObject, changed: ReadonlySet<string>): Promise<void>
  /** What precedes the deletion. */
  beforeRemove?(handle: Handle): Promise<void>
  /** Attributes that are not the record's key of the same name. */
  attributes?: Readonly<Record<string, Attribute>>
  /** Checks beyond the schemas. */
  validate?: NonNullable<ResourceType['validate']>
  /** Operations that differ from those of other REST types. */
  more?: Partial<ResourceType>
}

/** States in which the service is still working. */
const BUSY = ['BUILD', 'creating', 'downloading', 'restoring-backup', 'attaching', 'detaching', 'deleting', 'REBUILD']
const BROKEN = ['ERROR', 'error', 'DEGRADED']
const POLL = 20

export function restType(declared: RestType): ResourceType {
  const {name, description, service, member} = declared
  const facts = factsOf(name)
  const {properties: schemas} = facts
  return {
    name,
    description,
    since: facts.since,
    service,
    properties: schemas,
    attributes: facts.attributes,
    ...(declared.validate && {validate: declared.validate}),
    async create(handle) {
      const properties = idsOf(handle, schemas)
      const body = bodyOf(declared, handle, properties)
      const sent = (await declared.body?.(body, handle, true)) ?? body
      const path = pathOf(declared, properties)
      const answer = await handle.services.send('POST', service, path, {[member]: sent})
      const {id} = asObject(answer[member])
      handle.setPhysicalId(asText(id) ?? '')
      if (path !== declared.path) handle.setData({collection: path})
      await settled(declared, handle)
      await setTags(declared, handle, properties)
      await declared.created?.(handle, properties)
    },
    async update(handle, before, changed) {
      const properties = idsOf(handle, schemas)
      const some = Object.fromEntries(Object.entries(properties).filter(([key]) => changed.has(key)))
      const body = bodyOf(declared, handle, some)
      const sent = (await declared.body?.(body, handle, false)) ?? body
      if (Object.keys(sent).length > 0)
        await handle.services.send('PUT', service, placeOf(declared, handle), {[member]: sent})
      if (changed.has('tags')) await setTags(declared, handle, properties)
      await declared.changed?.(handle, properties, withKnownIds(before, schemas, handle.services), changed)
      await settled(declared, handle)
    },
    async remove(handle) {
      if (handle.record.physicalId === null) return
      await ignoringMissing(async () => {
        await declared.beforeRemove?.(handle)
        await handle.services.send('DELETE', service, placeOf(declared, handle))
      })
      await gone(declared, handle)
    },
    attribute(handle, attribute) {
      const record = recordOf(declared, handle)
      if (!record) return null
      const own = declared.attributes?.[attribute]
      return own ? own(record, handle) : (record[attribute] ?? null)
    },
    show: (handle) => recordOf(declared, handle),
    ...declared.more,
  }
}

/** The properties of a resource, with IDs in place of names. */
export const idsOf = (handle: Handle, schemas: PropertySchemas): JsonObject =>
  withIds(handle.properties, schemas, handle.services)

/** The keys of a body that properties stand for; those without a value are left out of a creation, and null in a change. */
function bodyOf({renamed = {}, unsent = []}: RestType, handle: Handle, properties: JsonObject): JsonObject {
  const isNew = handle.record.physicalId === null
  const {value_specs: specs, ...others} = properties
  const kept = Object.entries(others).filter(
    ([key, value]) => key !== 'tags' && !unsent.includes(key) && (!isNew || (value ?? null) !== null),
  )
  const body = Object.fromEntries(kept.map(([key, value]) => [renamed[key] ?? key, withoutNulls(value ?? null)]))
  const hasName = Object.hasOwn(properties, 'name') && !unsent.includes('name')
  return {
    ...body,
    ...(hasName ? {name: asText(properties.name) ?? handle.record.physicalName} : {}),
    ...asObject(specs ?? {}),
  }
}

/** Keys of nested maps that were not given are not sent. */
export function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) =>
      (part ?? null) === null ? [] : [[key, withoutNulls(part ?? null)]],
    ),
  )
}

const pathOf = ({path}: RestType, properties: JsonObject): string =>
  path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(asText(properties[key]) ?? ''))

/** The path of the resource itself. */
export const placeOf = ({path}: RestType, {record}: Handle): string =>
  `${asText(record.data.collection) ?? path}/${encodeURIComponent(record.physicalId ?? '')}`

async function setTags(declared: RestType, handle: Handle, {tags}: JsonObject): Promise<void> {
  if (declared.service !== 'network' || (asArray(tags).length === 0 && handle.record.action === 'CREATE')) return
  await handle.services.send('PUT', declared.service, `${placeOf(declared, handle)}/tags`, {tags: asArray(tags)})
}

const read = (declared: RestType, handle: Handle): JsonObject =>
  asObject(handle.services.get(declared.service, placeOf(declared, handle))[declared.member])

/** The resource as its service shows it; undefined when it does not exist. */
export function recordOf(declared: RestType, handle: Handle): JsonObject | undefined {
  if (handle.record.physicalId === null) return undefined
  return ifThere(() => read(declared, handle))
}

export function ifThere<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof ServiceFailure && error.status === 404) return undefined
    throw error
  }
}

export async function ignoringMissing(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ServiceFailure && error.status === 404)) throw error
  }
}

/** Waits until the service has finished its work on the resource. */
export async function settled(declared: RestType, handle: Handle): Promise<void> {
  for (;;) {
    const {status, fault} = read(declared, handle)
    const state = asText(status)
    if (state !== undefined && BROKEN.includes(state)) throw inError(state, fault)
    if (state === undefined || !BUSY.includes(state)) return
    await handle.wait(POLL)
  }
}

function inError(status: string, fault: Json | undefined): ResourceFailure {
  const {message, code} = asObject(fault ?? {})
  const reason =
    message === undefined ? 'Unknown' : `Message: ${asText(message) ?? 'Unknown'}, Code: ${asText(code) ?? 'Unknown'}`
  return new ResourceFailure('ResourceInError', `Went to status ${status} due to "${reason}"`)
}

/** Waits until the service does not have the resource any more. */
async function gone(declared: RestType, handle: Handle): Promise<void> {
  for (let record = recordOf(declared, handle); record; record = recordOf(declared, handle)) {
    if (record.status === 'error_deleting') throw inError('error_deleting', record.fault)
    await handle.wait(POLL)
  }
}

/** Fails unless the resource has one of these states, as a check of Heat does. */
export function checkState(declared: RestType, handle: Handle, wanted: readonly string[]): void {
  const {status} = read(declared, handle)
  const state = asText(status) ?? ''
  if (wanted.includes(state)) return
  const expected = wanted.length === 1 ? wanted[0] : `[${wanted.map((one) => `'${one}'`).join(', ')}]`
  throw new ResourceFailure('Error', `'status': expected '${expected}', got '${state}'`)
}
