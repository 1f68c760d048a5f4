import {asObject, type JsonObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'

/** What Keystone itself has at this path, without the key around it. */
export async function recordOf(member: string, path: string): Promise<JsonObject> {
  const {status, body} = await api('identity', 'GET', path)
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`)
  return asObject(asObject(body)[member])
}
