import {Args, OscCommand, pathSegment} from '@osc-cli/core'
import {cacheRequest} from '#cache'
import {imageId} from '#image'

export default class CachedImageDelete extends OscCommand {
  static override summary = 'Remove images from the cache or its queue'
  static override description = 'The images themselves stay.'
  static override roles = ['admin']
  static override calls = ['GET /v2/images?name={name}', 'DELETE /v2/cache/{id}']
  static override examples = [
    {command: 'osc cached image delete cirros', description: 'Remove an image from the cache'},
  ]
  static override args = {
    image: Args.string({description: 'Images to remove (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(CachedImageDelete)
    await this.each(args.image, async (image) => {
      const path = `/cache/${pathSegment(await imageId(this.api, image), 'image')}`
      await cacheRequest(this, {method: 'DELETE', path})
    })
  }
}
