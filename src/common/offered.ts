import type {ContextInput} from '#context/read'
import {OscError} from '#errors'

/**
 * What `ask` finds out, or undefined where this cloud's catalog has no such service: commands over several services
 * skip those that are not there.
 */
export async function ifOffered<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof OscError && error.code === 'EndpointNotFound') return undefined
    throw error
  }
}

/** What to say of a service that `ifOffered` did not find, with the catalog's age where it is an earlier log-in's. */
export async function notOfferedHere(service: string, runtime: ContextInput): Promise<string> {
  const [{readContext}, {notOffered}] = await Promise.all([import('#context/read'), import('#help/availability')])
  const reason =
    notOffered([service], await readContext(runtime)) ?? 'not offered by this cloud (catalog of this login)'
  return `The ${service} service is ${reason}.`
}
