import {AmbiguousNameError, type Api, defineResource, type JsonObject, NotFoundError} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/image/v2/#images
export const Image = defineResource({
  noun: 'image',
  service: 'image',
  path: '/images',
  collection: 'images',
  patchType: 'application/openstack-images-v2.1-json-patch',
})

/** The image with that name or ID; hidden images, which lists leave out, are looked up by name last. */
export async function findImage(api: Api, nameOrId: string): Promise<JsonObject> {
  try {
    return await api(Image).find(nameOrId)
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error
    const listed = await Array.fromAsync(api(Image).list({name: nameOrId, os_hidden: true}))
    const hidden = listed.filter(({name}) => name === nameOrId)
    if (hidden.length > 1) throw new AmbiguousNameError(Image.noun, nameOrId, hidden)
    if (hidden[0] === undefined) throw error
    return hidden[0]
  }
}

/** The ID of the image with that name or ID. */
export const imageId = async (api: Api, nameOrId: string): Promise<string> =>
  String((await findImage(api, nameOrId)).id)
