import {AmbiguousNameError, type Api, asText, type JsonObject, NotFoundError} from '@osc-cli/core'
import {VolumeQos} from '#volume-qos'

/**
 * A QoS specification by name or ID, from one list: Cinder takes `?name=` there for a limit of that name and answers
 * with nothing.
 */
export async function findQos(api: Api, nameOrId: string): Promise<JsonObject> {
  const {noun} = VolumeQos
  const all = await Array.fromAsync(api(VolumeQos).list())
  const byId = all.find(({id}) => id === nameOrId)
  const named = all.filter(({name}) => name === nameOrId)
  if (!byId && named.length > 1) throw new AmbiguousNameError(noun, nameOrId, named)
  const found = byId ?? named[0]
  if (found) return found
  throw new NotFoundError(`No ${noun} with a name or ID of '${nameOrId}' exists.`, {
    hint: `List them with: osc ${noun} list`,
    facts: {noun, name: nameOrId, missing: noun},
  })
}

/** The ID of what `findQos` finds. */
export const qosId = async (api: Api, nameOrId: string): Promise<string> =>
  asText((await findQos(api, nameOrId)).id) ?? nameOrId
