import {type CommandContext, type Digests, type Source, upload} from '@osc-cli/core'
import {UPLOAD_DIGESTS} from '#checksum'
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
  const {digests} = await upload(command, source, send, UPLOAD_DIGESTS)
  return digests
}
