import {Args, OscCommand, pathSegment} from '@osc-cli/core'
import {cacheRequest} from '#cache'
import {imageId} from '#image'

export default class CachedImageQueue extends OscCommand {
  static override summary = 'Queue images for caching'
  static override roles = ['admin']
  static override calls = ['GET /v2/images?name={name}', 'PUT /v2/cache/{id}']
  static override examples = [{command: 'osc cached image queue cirros', description: 'Cache an image before its use'}]
  static override args = {
    image: Args.string({description: 'Images to queue (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(CachedImageQueue)
    await this.each(args.image, async (image) => {
      const path = `/cache/${pathSegment(await imageId(this.api, image), 'image')}`
      await cacheRequest(this, {method: 'PUT', path})
    })
  }
}
