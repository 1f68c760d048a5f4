import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {findImage} from '#image'
import {IMAGE_FIELDS, imageFields} from '#image-fields'

export default class ImageShow extends ShowCommand {
  static override summary = 'Show an image'
  static override roles = []
  static override columns = IMAGE_FIELDS
  static override calls = ['GET /v2/images?name={name}', 'GET /v2/images/{id}']
  static override examples = [
    {command: 'osc image show --human-readable cirros', description: 'Show an image with a readable size'},
  ]
  static override args = {
    image: Args.string({description: 'Image (name or ID)', required: true}),
  }
  static override flags = {
    'human-readable': Flags.boolean({description: 'Print the size with a unit, such as 1.5G'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageShow)
    const image = await findImage(this.api, args.image)
    await this.show(image, imageFields(image, flags['human-readable']))
  }
}
