import {
  type Api,
  asObject,
  asText,
  type Columns,
  isFailure,
  isObject,
  type Json,
  type JsonObject,
  Known,
  type Resource,
} from '@osc-cli/core'
import {Flavor} from '#flavor'
import {FROM_VOLUME, serverFields} from '#server'

/** A server as it is shown: image and flavor by name, which may fail. */
export async function shownServer(api: Api, server: JsonObject): Promise<Columns> {
  const imageId = asText(asObject(server.image).id)
  const flavorId = asText(asObject(server.flavor).id)
  const [image, flavor] = await Promise.all([
    imageId === undefined ? FROM_VOLUME : named(api, Known.Image, imageId),
    flavorId === undefined ? '' : named(api, Flavor, flavorId),
  ])
  return serverFields(server, await api(Known.Server).microversion(), image, flavor)
}

async function named(api: Api, resource: Resource, id: string): Promise<string> {
  try {
    const name = asText((await api(resource).get(id)).name)
    return name === undefined ? id : `${name} (${id})`
  } catch (error) {
    if (!isFailure(error)) throw error
    return id
  }
}

/**
 * A server from the answer of a request that changed it, and the server as it is now, of which openstackclient takes only
 * what Python takes for true.
 */
export const refreshed = (before: JsonObject, now: JsonObject): JsonObject => ({
  ...before,
  ...Object.fromEntries(Object.entries(now).filter(([key, value]) => !(key in before) || isTrue(value))),
})

/** Python's truth of a value. */
const isTrue = (value: Json | undefined): boolean =>
  Array.isArray(value) ? value.length > 0 : isObject(value) ? Object.keys(value).length > 0 : Boolean(value)
