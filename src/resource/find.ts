import type {Query} from '#cloud/types'
import {HttpError, NotFoundError, UsageError} from '#errors'
import {asText, type JsonObject} from '#json'
import {AmbiguousNameError} from '#resource/ambiguous'
import type {ResourceApi} from '#resource/api'
import type {Resource} from '#resource/resource'

/** Keystone's and Nova's IDs: 32 hex digits or a UUID; 64 for users and groups of a domain with its own backend. */
const LOOKS_LIKE_ID = /^(?:[0-9a-f]{32}|[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/**
 * What is called `nameOrId`, in as few requests as can be: an ID is asked for first only when it looks like one, a name
 * needs one list. Several of one name are an AmbiguousError that lists them; a refusal (401, 403, 5xx) is that refusal.
 */
export async function findOne(
  resource: Resource,
  api: ResourceApi,
  nameOrId: string,
  query?: Query,
): Promise<JsonObject> {
  if (nameOrId === '') throw new UsageError(`The name or ID of a ${resource.noun} is empty.`)
  const {by = 'name'} = resource
  if (by === 'id' || by === 'path') {
    const record = await byId(resource, api, nameOrId)
    if (record) return record
    throw notFound(resource, nameOrId)
  }
  const idFirst = by === 'id-then-name' || LOOKS_LIKE_ID.test(nameOrId)
  const steps = [() => byId(resource, api, nameOrId), () => byName(resource, api, nameOrId, query)]
  for (const step of idFirst ? steps : steps.reverse()) {
    const record = await step()
    if (record) return record
  }
  throw notFound(resource, nameOrId)
}

async function byId(resource: Resource, api: ResourceApi, id: string): Promise<JsonObject | undefined> {
  try {
    return await api.get(id)
  } catch (error) {
    const missing = error instanceof HttpError && [400, 404].includes(error.failure.status)
    // A 400 is how some services refuse an ID of the wrong form; where there are only IDs it is worth reporting.
    if (missing && (error.failure.status === 404 || resource.by !== 'id')) return undefined
    throw error
  }
}

async function byName(
  resource: Resource,
  api: ResourceApi,
  name: string,
  query?: Query,
): Promise<JsonObject | undefined> {
  const found: JsonObject[] = []
  const {nameFilter = 'name'} = resource
  const filter = nameFilter === false ? {} : {[nameFilter]: name}
  for await (const record of api.list({...query, ...filter})) found.push(record)
  const nameOf = (record: JsonObject) => asText(record[resource.nameKey ?? 'name'])
  const exact = found.filter((record) => nameOf(record) === name)
  const loose = (text: string | undefined) => text?.trimEnd().toLowerCase()
  const matches =
    exact.length > 0 || !resource.caseless ? exact : found.filter((record) => loose(nameOf(record)) === loose(name))
  if (matches.length > 1) throw new AmbiguousNameError(resource.noun, name, matches)
  return matches[0]
}

function notFound(resource: Resource, nameOrId: string): NotFoundError {
  return new NotFoundError(`No ${resource.noun} with a name or ID of '${nameOrId}' exists.`, {
    hint: `List them with: osc ${resource.noun} list`,
    facts: {noun: resource.noun, name: nameOrId, missing: resource.noun},
  })
}
