import {asObject, type JsonObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'

/** A record as Cinder itself has it. */
export async function recordOf(member: string, path: string): Promise<JsonObject> {
  const {status, body} = await api('block-storage', 'GET', path)
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`)
  return asObject(asObject(body)[member])
}
