import {asArray, asObject, type JsonObject} from '@osc-cli/core'
import {api, login} from '@osc-cli/core/test/integration/support/api'

/** Rows that Neutron itself lists under a path: `rows('/subnetpools?name=office')`. Every list has one key besides its links. */
export async function rows(ofList: string): Promise<JsonObject[]> {
  const {body} = await api('network', 'GET', await path(ofList))
  const [list] =
    Object.entries(asObject(body))
      .find(([key]) => !key.endsWith('_links'))
      ?.slice(1) ?? []
  return asArray(list).map(asObject)
}

/** A path below the endpoint; catalogs may or may not have the version there. */
export async function path(belowVersion: string): Promise<string> {
  const {endpoints} = await login()
  return endpoints.get('network')?.endsWith('/v2.0') ? belowVersion : `/v2.0${belowVersion}`
}

/** Whether Neutron has an extension. */
export const has = async (extension: string): Promise<boolean> =>
  (await rows('/extensions')).some(({alias}) => alias === extension)
