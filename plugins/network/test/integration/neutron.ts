import {asArray, asObject, type JsonObject} from '@osc-cli/core'
import {api, login} from '@osc-cli/core/test/integration/support/api'

/** Rows that Neutron itself lists under a path: `rows('/subnetpools?name=office')`. Every list has one key besides its links. */
export async function rows(path: string): Promise<JsonObject[]> {
  const {body} = await api('network', 'GET', `${await prefix()}${path}`)
  const [list] =
    Object.entries(asObject(body))
      .find(([key]) => !key.endsWith('_links'))
      ?.slice(1) ?? []
  return asArray(list).map(asObject)
}

/** Catalogs may or may not have the version in the endpoint. */
async function prefix(): Promise<string> {
  const {endpoints} = await login()
  return endpoints.get('network')?.endsWith('/v2.0') ? '' : '/v2.0'
}

/** Whether Neutron has an extension. */
export const has = async (extension: string): Promise<boolean> =>
  (await rows('/extensions')).some(({alias}) => alias === extension)
