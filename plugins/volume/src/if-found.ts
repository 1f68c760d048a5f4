import {NotFoundError} from '@osc-cli/core'

/** What a look-up by name or ID finds; undefined when nothing has that name or ID. */
export async function ifFound<T>(lookUp: Promise<T>): Promise<T | undefined> {
  try {
    return await lookUp
  } catch (error) {
    if (error instanceof NotFoundError) return undefined
    throw error
  }
}
