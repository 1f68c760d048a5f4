import {type Api, asText, HttpError, type JsonObject, type Query, type Resource} from '@osc-cli/core'

/** Creates the record in `body`. With --or-show, returns the existing record of that name, searched with `query`. */
export async function createOrShow(
  api: Api,
  resource: Resource,
  body: JsonObject,
  {orShow, query}: {orShow: boolean; query?: Query | undefined},
): Promise<JsonObject> {
  try {
    return await api(resource).create(body)
  } catch (error) {
    const exists = HttpError.is(error, 409)
    if (!exists || !orShow) throw error
    return await api(resource).find(asText(body.name) ?? '', query)
  }
}
