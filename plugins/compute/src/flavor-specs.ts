import {type Api, asObject, type JsonObject, type Row} from '@osc-cli/core'
import {Flavor} from '#flavor'

/** A flavor with its properties, which old services, and those whose policy hides them, answer separately. */
export async function withSpecs(api: Api, flavor: JsonObject): Promise<JsonObject> {
  const isKnown = Object.keys(asObject(flavor.extra_specs)).length > 0
  return isKnown ? flavor : {...flavor, ...(await api(Flavor).send(String(flavor.id), 'GET', '/os-extra_specs'))}
}

/** The same of a list. */
export async function* allWithSpecs(api: Api, flavors: AsyncIterable<Row>): AsyncGenerator<Row> {
  for await (const flavor of flavors) yield await withSpecs(api, flavor)
}
