import {isObject, type Json, type JsonObject} from '#json'
import {nounOf} from '#sandbox/access'
import {badRequest} from '#sandbox/failure'
import {checkFields, checkRequired, type Field, type FieldCheck} from '#sandbox/field'
import {applyJsonPatch} from '#sandbox/json-patch'
import {atLeast, requestedMicroversion} from '#sandbox/microversion'
import type {RestCollection} from '#sandbox/rest-collection'
import type {Call} from '#sandbox/service'

/** Whether the microversion in use has a field. */
export function knownFields({microversions}: RestCollection, call: Call): (field: Field) => boolean {
  if (!microversions) return () => true
  const version = requestedMicroversion(call, microversions)
  return ({since}) => since === undefined || atLeast(version, since)
}

/** What a request to create says of the record; 400 names the first key that is wrong. */
export function readNew(call: Call, declared: RestCollection): JsonObject {
  const body = memberOf(call, declared)
  checkFields(body, declared.fields, checkOf(call, declared))
  checkRequired(body, declared.fields)
  return body
}

/** What a request to update changes; keys that a JSON patch removes have their default, or undefined without a field. */
export function readChanges(call: Call, record: JsonObject, declared: RestCollection): JsonObject {
  const {fields} = declared
  const changes = declared.jsonPatch ? patchChanges(record, call.json) : memberOf(call, declared)
  checkFields(changes, fields, checkOf(call, declared))
  const filled = Object.entries(changes).map(([key, value]) => [
    key,
    value === undefined && Object.hasOwn(fields, key) ? (fields[key]?.default ?? null) : value,
  ])
  return Object.fromEntries(filled)
}

const checkOf = (call: Call, declared: RestCollection): FieldCheck => ({
  noun: nounOf(declared),
  additional: declared.additional === true,
  isKnown: knownFields(declared, call),
})

function memberOf(call: Call, {member}: RestCollection): JsonObject {
  if (member === undefined) return call.body
  const body = call.body[member]
  if (!isObject(body)) throw badRequest(`The body must be an object with the key '${member}'.`)
  return body
}

function patchChanges(record: JsonObject, patch: Json): JsonObject {
  const patched = applyJsonPatch(record, patch)
  const keys = [...new Set([...Object.keys(record), ...Object.keys(patched)])]
  const changed = keys.filter((key) => JSON.stringify(record[key]) !== JSON.stringify(patched[key]))
  return Object.fromEntries(changed.map((key) => [key, patched[key]]))
}
