import {Flags, firstOf, ListCommand, pageFlags, projectFlags, projectOf, type Row, sortRows} from '@osc-cli/core'
import {Image, imageId} from '#image'
import {hasProperties, imageColumns, longImageColumns} from '#image-fields'

const VISIBILITY = {public: 'public', private: 'private', community: 'community', shared: 'shared', all: 'all'}

export default class ImageList extends ListCommand {
  static override summary = 'List images'
  static override roles = []
  static override columns = Object.keys({...imageColumns, ...longImageColumns})
  static override calls = ['GET /v2/images', 'GET /v3/projects?name={name}']
  static override examples = [
    {command: 'osc image list --long --sort size:desc', description: 'List images, the largest first'},
    {command: 'osc image list --shared --member-status pending', description: 'List images offered to your project'},
  ]
  static override flags = {
    ...Flags.choices({
      public: 'List only public images',
      private: 'List only private images',
      community: 'List only community images',
      shared: 'List only shared images',
      all: 'List images of every visibility',
    }),
    property: Flags.keyValues({description: 'List images with this property (repeatable)'}),
    name: Flags.string({description: 'List images with this name', helpValue: 'NAME'}),
    status: Flags.string({description: 'List images in this status', helpValue: 'STATUS'}),
    'member-status': Flags.string({
      description: 'List images shared with your project, by the status of the membership',
      helpValue: 'STATUS',
      options: ['accepted', 'pending', 'rejected', 'all'],
    }),
    ...projectFlags('List images that this project owns (name or ID)'),
    tag: Flags.strings({description: 'List images with this tag (repeatable)', helpValue: 'TAG'}),
    hidden: Flags.boolean({description: 'List hidden images'}),
    long: Flags.boolean({description: 'List additional fields'}),
    'page-size': Flags.string({description: 'Ignored', helpValue: 'NUMBER', hidden: true}),
    sort: Flags.string({
      description: 'Sort by these keys, comma-separated, each with :asc or :desc (default: name:asc)',
      helpValue: 'KEY[:DIRECTION]',
      default: 'name:asc',
    }),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ImageList)
    const [owner, marker] = await Promise.all([
      projectOf(this.api, flags),
      flags.marker === undefined ? undefined : imageId(this.api, flags.marker),
    ])
    const query = {
      visibility: Flags.chosen(flags, VISIBILITY),
      name: flags.name,
      status: flags.status,
      member_status: flags['member-status'],
      tag: flags.tag,
      owner,
      os_hidden: flags.hidden || undefined,
      limit: flags.limit || undefined,
      marker,
    }
    const images = this.api(Image).list(query, {singlePage: Boolean(flags.limit)})
    const wanted = withProperties(firstOf(images, flags['max-items']), Flags.toObject(flags.property))
    await this.table(flags.long ? longImageColumns : imageColumns, sortRows(wanted, flags.sort))
  }
}

async function* withProperties(images: AsyncIterable<Row>, wanted: Record<string, string> = {}): AsyncGenerator<Row> {
  for await (const image of images) if (hasProperties(image, wanted)) yield image
}
