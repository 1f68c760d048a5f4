import {type CommandContext, type Digests, HttpError, OscError, type Source, upload} from '@osc-cli/core'
import {digestsOf, UPLOAD_DIGESTS} from '#checksum'
import {Image} from '#image'

/** Sends data to an image (`/file`) or to its staging area (`/stage`); gives the digests of what was sent. */
export async function sendData(
  command: CommandContext,
  id: string,
  path: '/file' | '/stage',
  source: Source,
  size: number | undefined = source.size,
): Promise<Digests> {
  const headers = {
    'content-type': 'application/octet-stream',
    // Lets Glance reserve the space.
    ...(size !== undefined && {'x-openstack-image-size': String(size)}),
  }
  const send: Parameters<typeof upload>[2] = (body) => command.api(Image).raw(id, {method: 'PUT', path, body, headers})
  try {
    const {digests, size: sent} = await upload(command, source, send, UPLOAD_DIGESTS)
    // Files in /proc report size 0 although they have content.
    if (source.size && sent !== source.size)
      throw new OscError(
        `File ${source.name} changed during the upload: it had ${source.size} bytes, ${sent} were sent.`,
        {hint: 'Upload it again.'},
      )
    return digests
  } catch (error) {
    if (path === '/file' && source.canReopen && (await isStored(command, id, error))) return await digestsOf(source)
    throw error
  }
}

/** Whether an earlier attempt stored the data, but its response was lost. Glance refuses the next attempt then. */
const isStored = async (command: CommandContext, id: string, error: unknown): Promise<boolean> =>
  HttpError.is(error, 409) && (await command.api(Image).get(id)).status === 'active'
