import {asObject, type JsonObject, type Resource, type Session} from '@osc-cli/core'

/** Creates a software config or deployment. Unlike other requests to Heat, the body has no key around it. */
export async function createSoftware(
  session: Session,
  {path, member = ''}: Resource,
  body: JsonObject,
): Promise<JsonObject> {
  const answer = await session.request({service: 'orchestration', method: 'POST', path, body})
  return asObject(asObject(await answer.json())[member])
}
