import {asObject, asText, decodeJson, isObject, type Json, type JsonObject} from '#json'
import {badRequest} from '#sandbox/failure'

/**
 * The record after a JSON patch (RFC 6902), for services that are updated by one: add, replace and remove, in nested
 * objects and lists too. 400 for an operation that does not fit.
 */
export function applyJsonPatch(record: JsonObject, patch: Json): JsonObject {
  if (!Array.isArray(patch)) throw badRequest('The body must be a list of JSON patch operations.')
  const patched = asObject(decodeJson(JSON.stringify(record)))
  for (const operation of patch) apply(patched, isObject(operation) ? operation : {})
  return patched
}

function apply(record: JsonObject, {op, path, value}: JsonObject): void {
  const pointer = asText(path) ?? ''
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  const last = keys.pop()
  if (last === undefined) throw badRequest(`'${pointer}' is not a JSON pointer to a property.`)
  const parent = keys.reduce<Json | undefined>(child, record)
  if (op !== 'add' && op !== 'replace' && op !== 'remove') throw badRequest(`The operation '${op}' is not supported.`)
  if (op !== 'remove' && value === undefined) throw badRequest(`The operation on '${pointer}' has no value.`)
  if (op !== 'add' && child(parent, last) === undefined) throw badRequest(`There is no '${pointer}' to ${op}.`)
  if (Array.isArray(parent)) changeList(parent, op, last, value, pointer)
  else if (!isObject(parent)) throw badRequest(`There is no '${pointer}' to ${op}.`)
  else if (op === 'remove') delete parent[last]
  else setOwn(parent, last, value)
}

function changeList(list: Json[], op: 'add' | 'replace' | 'remove', key: string, value: Json = null, pointer: string) {
  const at = key === '-' ? list.length : Number(key)
  if (!Number.isInteger(at) || at < 0 || at > list.length) throw badRequest(`There is no '${pointer}' to ${op}.`)
  list.splice(at, op === 'add' ? 0 : 1, ...(op === 'remove' ? [] : [value]))
}

function child(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)]
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

// `__proto__` becomes a key like any other.
const setOwn = (target: JsonObject, key: string, value: Json | undefined) =>
  Object.defineProperty(target, key, {value, enumerable: true, configurable: true, writable: true})
