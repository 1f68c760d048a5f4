import {Args, Flags, OscCommand, pathSegment} from '@osc-cli/core'
import {Image, imageId} from '#image'

export default class ImageDelete extends OscCommand {
  static override summary = 'Delete images'
  static override roles = []
  static override calls = ['GET /v2/images?name={name}', 'DELETE /v2/images/{id}', 'DELETE /v2/stores/{store}/{id}']
  static override examples = [{command: 'osc image delete cirros', description: 'Delete an image'}]
  static override args = {
    image: Args.string({description: 'Images to delete (names or IDs)', required: true, multiple: true}),
  }
  static override flags = {
    store: Flags.string({description: 'Delete the data from this store only (ID)', helpValue: 'STORE'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageDelete)
    await this.each(args.image, async (image) => {
      const id = await imageId(this.api, image)
      if (flags.store === undefined) await this.api(Image).delete(id)
      else await this.deleteFromStore(flags.store, id)
    })
  }

  private async deleteFromStore(store: string, id: string): Promise<void> {
    const path = `/stores/${pathSegment(store, 'store')}/${pathSegment(id, 'image')}`
    await (await this.session()).request({service: 'image', method: 'DELETE', path})
  }
}
