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
