import {createHash} from 'node:crypto'
import {
  asText,
  type CommandContext,
  defineResource,
  type JsonObject,
  OscError,
  openSource,
  shellWord,
  upload,
} from '@osc-cli/core'

/** An image file of an overcloud. */
export interface ImageFile {
  /** Name of the image in Glance. */
  name: string
  path: string
  diskFormat: string
  properties: Record<string, string>
}

/** What happened to an image. */
export interface Uploaded {
  image: JsonObject
  state: 'uploaded' | 'up to date' | 'differs'
}

/** Requests of `uploadImage`. */
export const UPLOAD_CALLS = [
  'GET /v2/images',
  'POST /v2/images',
  'PUT /v2/images/{id}/file',
  'PATCH /v2/images/{id}',
  'GET /v2/images/{id}',
]

const Image = defineResource({
  noun: 'image',
  service: 'image',
  path: '/images',
  collection: 'images',
  patchType: 'application/openstack-images-v2.1-json-patch',
})

/**
 * Uploads a file unless Glance has an image of that name with the same content. With `update`, an image with other
 * content is renamed first; it stays for servers that use it.
 */
export async function uploadImage(context: CommandContext, file: ImageFile, update: boolean): Promise<Uploaded> {
  const images = context.api(Image)
  const [existing] = await Array.fromAsync(images.list({name: file.name}))
  if (existing) {
    if (existing.checksum === (await md5(context, file.path))) return {image: existing, state: 'up to date'}
    if (!update) return {image: existing, state: 'differs'}
    const date = (asText(existing.created_at) ?? '').replace(/[^\d]/g, '')
    await images.patch(String(existing.id), [{op: 'replace', path: '/name', value: `${file.name}_${date}`}])
  }
  const source = openSource(file.path, context)
  const created = await images.create({
    name: file.name,
    disk_format: file.diskFormat,
    container_format: file.diskFormat === 'aki' || file.diskFormat === 'ari' ? file.diskFormat : 'bare',
    visibility: 'public',
    ...file.properties,
  })
  const id = String(created.id)
  try {
    const headers = {'content-type': 'application/octet-stream'}
    const {digests} = await upload(
      context,
      source,
      (body) => images.raw(id, {method: 'PUT', path: '/file', body, headers}),
      ['md5'],
    )
    const image = await images.get(id)
    if (image.checksum && image.checksum !== digests.md5)
      throw new OscError(`Image ${file.name}: Glance stored something else than was sent.`)
    return {image, state: 'uploaded'}
  } catch (error) {
    // Without data it would be taken for the image the next time.
    await images.delete(id).catch(async () => {
      const undo = `${context.runtime.program} image delete ${shellWord(id)}`
      await context.note(`Image ${file.name} was created without its data. Delete it with: ${undo}`)
    })
    throw error
  }
}

async function md5(context: CommandContext, path: string): Promise<string> {
  const hash = createHash('md5')
  for await (const part of openSource(path, context).open()) hash.update(part)
  return hash.digest('hex')
}
