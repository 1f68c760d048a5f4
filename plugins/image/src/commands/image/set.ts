import {Args, asArray, Flags, type JsonObject, OscCommand, projectFlags, projectOf} from '@osc-cli/core'
import {changesOf} from '#changes'
import {findImage, Image} from '#image'
import {attributesOf, CONTAINER_FORMATS, DISK_FORMATS, protectedFlags, sizeFlags, visibilityFlags} from '#image-flags'
import {setMembership} from '#member'

export default class ImageSet extends OscCommand {
  static override summary = 'Change an image'
  static override roles = []
  static override calls = [
    'GET /v2/images?name={name}',
    'PATCH /v2/images/{id}',
    'PUT /v2/images/{id}/members/{project}',
    'POST /v2/images/{id}/actions/deactivate',
    'POST /v2/images/{id}/actions/reactivate',
    'GET /v3/projects?name={name}',
  ]
  static override examples = [
    {command: 'osc image set --property os_distro=cirros --tag tested cirros', description: 'Set a property and a tag'},
    {command: 'osc image set --accept cirros', description: 'Accept an image that another project shares with yours'},
  ]
  static override args = {
    image: Args.string({description: 'Image to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...sizeFlags,
    'container-format': Flags.string({
      description: 'Container format',
      helpValue: 'FORMAT',
      options: CONTAINER_FORMATS,
    }),
    'disk-format': Flags.string({description: 'Disk format', helpValue: 'FORMAT', options: DISK_FORMATS}),
    ...protectedFlags,
    ...visibilityFlags,
    property: Flags.keyValues({description: 'Property to set (repeatable)'}),
    tag: Flags.strings({description: 'Tag to add (repeatable)', helpValue: 'TAG'}),
    architecture: Flags.string({description: 'Processor architecture', helpValue: 'ARCHITECTURE'}),
    'instance-id': Flags.string({
      description: 'ID of the server that the image was created from',
      helpValue: 'ID',
      aliases: ['instance-uuid'],
    }),
    'kernel-id': Flags.string({description: 'ID of the kernel image to boot with', helpValue: 'ID'}),
    'os-distro': Flags.string({description: 'Name of the operating system distribution', helpValue: 'NAME'}),
    'os-version': Flags.string({description: 'Version of the operating system distribution', helpValue: 'VERSION'}),
    'ramdisk-id': Flags.string({description: 'ID of the ramdisk image to boot with', helpValue: 'ID'}),
    ...Flags.choices({
      deactivate: 'Refuse downloads of the image',
      activate: 'Allow downloads of a deactivated image again',
    }),
    ...projectFlags('New owner, or with --accept, --reject or --pending the member (name or ID)'),
    ...Flags.choices({
      accept: 'Accept the image for the project (default: your project)',
      reject: 'Reject the image for the project (default: your project)',
      pending: 'Reset the membership of the project (default: your project)',
    }),
    ...Flags.choices({
      hidden: 'Hide the image from lists',
      unhidden: 'Show the image in lists',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageSet)
    const [image, project] = await Promise.all([findImage(this.api, args.image), projectOf(this.api, flags)])
    const id = String(image.id)
    const action = Flags.chosen(flags, {deactivate: 'deactivate', activate: 'reactivate'})
    if (action !== undefined) await this.api(Image).send(id, 'POST', `/actions/${action}`)
    const membership = Flags.chosen(flags, {accept: 'accepted', reject: 'rejected', pending: 'pending'})
    if (membership !== undefined) await setMembership(this, id, project, membership)
    const wanted: JsonObject = {
      name: flags.name,
      ...attributesOf(flags),
      architecture: flags.architecture,
      instance_id: flags['instance-id'],
      kernel_id: flags['kernel-id'],
      os_distro: flags['os-distro'],
      os_version: flags['os-version'],
      ramdisk_id: flags['ramdisk-id'],
      ...Flags.toObject(flags.property),
      os_hidden: Flags.chosen(flags, {hidden: true, unhidden: false}),
      owner: membership === undefined ? project : undefined,
      tags: flags.tag && [...new Set([...asArray(image.tags), ...flags.tag])],
    }
    await this.api(Image).patch(id, changesOf(image, wanted))
  }
}
