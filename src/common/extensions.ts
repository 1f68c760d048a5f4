import type {Session} from '#cloud/types'
import {ifOffered} from '#common/offered'
import {HttpError} from '#errors'
import type {JsonObject} from '#json'

/** The types of the services whose APIs have extensions. */
export const EXTENSIBLE = ['identity', 'compute', 'block-storage', 'network'] as const

/** The extensions of a service's API; undefined where there is no such service, or it has no extensions any more. */
export async function extensionsOf(session: Session, service: string): Promise<JsonObject[] | undefined> {
  try {
    return await ifOffered(() => Array.fromAsync(session.list(service, '/extensions', 'extensions')))
  } catch (error) {
    if (HttpError.is(error, 404)) return undefined
    throw error
  }
}
