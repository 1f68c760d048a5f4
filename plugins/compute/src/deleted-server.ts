import {type Api, Known, NotFoundError} from '@osc-cli/core'

/** The ID of a server; a UUID that is not found stands for a deleted server, whose events Nova still has. */
export async function serverOrId(api: Api, nameOrId: string): Promise<string> {
  try {
    return await api(Known.Server).id(nameOrId)
  } catch (error) {
    if (error instanceof NotFoundError && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(nameOrId))
      return nameOrId
    throw error
  }
}
