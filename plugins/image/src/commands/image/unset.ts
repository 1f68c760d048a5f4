import {Args, Flags, HttpError, NotFoundError, OscCommand, pathSegment, removals, shellWord} from '@osc-cli/core'
import {findImage, Image} from '#image'

export default class ImageUnset extends OscCommand {
  static override summary = 'Remove tags and properties from an image'
  static override roles = []
  static override calls = ['GET /v2/images?name={name}', 'DELETE /v2/images/{id}/tags/{tag}', 'PATCH /v2/images/{id}']
  static override examples = [
    {command: 'osc image unset --property os_distro --tag tested cirros', description: 'Remove a property and a tag'},
  ]
  static override args = {
    image: Args.string({description: 'Image to change (name or ID)', required: true}),
  }
  static override flags = {
    tag: Flags.strings({description: 'Tag to remove (repeatable)', helpValue: 'TAG'}),
    property: Flags.strings({description: 'Property to remove (repeatable)', helpValue: 'KEY'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageUnset)
    const image = await findImage(this.api, args.image)
    const id = String(image.id)
    const [tags, properties] = [new Set(flags.tag), new Set(flags.property)]
    const missing: string[] = []
    for (const tag of tags) if (!(await this.removesTag(id, tag))) missing.push(`tag '${tag}'`)
    const present = [...properties].filter((key) => Object.hasOwn(image, key))
    for (const key of properties) if (!present.includes(key)) missing.push(`property '${key}'`)
    await this.api(Image).patch(id, removals('', present))
    if (missing.length === 0) return
    throw new NotFoundError(`Image ${args.image} does not have ${missing.join(', ')}.`, {
      hint: `Show the image: osc image show ${shellWord(id)}`,
    })
  }

  /** Whether the image had the tag. */
  private async removesTag(id: string, tag: string): Promise<boolean> {
    try {
      await this.api(Image).send(id, 'DELETE', `/tags/${pathSegment(tag, 'tag')}`)
      return true
    } catch (error) {
      if (HttpError.is(error, 404)) return false
      throw error
    }
  }
}
