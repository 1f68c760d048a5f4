import {asObject, type JsonObject} from '@osc-cli/core'
import {login} from '@osc-cli/core/test/integration/support/api'

/** A record as Cinder itself has it, of the API's first version or of this microversion. */
export async function recordOf(member: string, path: string, microversion = '3.0'): Promise<JsonObject> {
  return await memberOf(member, await request('GET', path, microversion))
}

/** Creates a volume in a group, which no command does. */
export async function createInGroup(volume: JsonObject): Promise<JsonObject> {
  return await memberOf('volume', await request('POST', '/volumes', '3.13', {volume}))
}

async function memberOf(member: string, answer: Response): Promise<JsonObject> {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`)
  return asObject(asObject(await answer.json())[member])
}

/** Waits until Cinder has deleted a record. */
export const gone = (path: string, microversion: string): Promise<void> =>
  eventually(`${path} is gone`, async () => (await request('GET', path, microversion)).status === 404)

/** Waits until a record is available. */
export const settled = (record: () => Promise<JsonObject>): Promise<void> =>
  eventually('the record is available', async () => (await record()).status === 'available')

async function eventually(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  for (let left = 60; left > 0; left -= 1) {
    if (await isTrue()) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`Timed out waiting until ${what}.`)
}

async function request(method: string, path: string, microversion: string, body?: JsonObject): Promise<Response> {
  const {token, endpoints} = await login()
  return await fetch(`${endpoints.get('block-storage')}${path}`, {
    method,
    headers: {
      'x-auth-token': token,
      'openstack-api-version': `volume ${microversion}`,
      'content-type': 'application/json',
    },
    ...(body && {body: JSON.stringify(body)}),
  })
}
