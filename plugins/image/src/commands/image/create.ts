import {
  Args,
  Flags,
  type JsonObject,
  openSource,
  projectFlags,
  projectOf,
  ShowCommand,
  type Source,
  shellWord,
  UsageError,
} from '@osc-cli/core'
import {verifyUpload} from '#checksum'
import {Image} from '#image'
import {imageFields} from '#image-fields'
import {
  attributesOf,
  CONTAINER_FORMATS,
  DISK_FORMATS,
  dataFlags,
  dataPath,
  fileFlag,
  protectedFlags,
  sizeFlags,
  visibilityFlags,
} from '#image-flags'
import {requireImportMethod} from '#import-methods'
import {sendData} from '#send-data'
import {signatureOf} from '#sign'
import {createFromVolume} from '#volume-image'

export default class ImageCreate extends ShowCommand {
  static override summary = 'Create an image and upload its data'
  static override description =
    'The data comes from --file or, unless it is a terminal, from standard input. The upload is verified with the checksum that the image service reports.'
  static override roles = []
  static override calls = [
    'GET /v2/info/import',
    'POST /v2/images',
    'PUT /v2/images/{id}/file',
    'PUT /v2/images/{id}/stage',
    'POST /v2/images/{id}/import',
    'GET /v2/images/{id}',
    'GET /v3/{project}/volumes?name={name}',
    'POST /v3/{project}/volumes/{volume}/action',
    'GET /v3/projects?name={name}',
  ]
  static override examples = [
    {command: 'osc image create --disk-format qcow2 --file cirros.img cirros', description: 'Upload a file'},
    {command: 'osc image create --volume boot web', description: 'Create an image from a volume'},
  ]
  static override seeAlso = ['image set', 'image import']
  static override args = {
    name: Args.string({description: 'Name of the image', required: true}),
  }
  static override flags = {
    id: Flags.string({description: 'ID of the image (default: a generated one)', helpValue: 'ID'}),
    'container-format': Flags.string({
      description: 'Container format (default: bare)',
      helpValue: 'FORMAT',
      options: CONTAINER_FORMATS,
      default: 'bare',
    }),
    'disk-format': Flags.string({
      description: 'Disk format (default: raw)',
      helpValue: 'FORMAT',
      options: DISK_FORMATS,
      default: 'raw',
    }),
    ...sizeFlags,
    ...dataFlags,
    file: fileFlag(['volume']),
    volume: Flags.string({
      description: 'Volume to create the image from (name or ID)',
      helpValue: 'VOLUME',
      exclusive: ['file'],
    }),
    force: Flags.boolean({description: 'Create the image even if the volume is in use'}),
    'sign-key-path': Flags.string({
      description: 'File with the private key to sign the image with',
      helpValue: 'FILE',
      dependsOn: ['sign-cert-id', 'file'],
    }),
    'sign-cert-id': Flags.string({
      description: "ID of the key's certificate in the key manager",
      helpValue: 'ID',
      dependsOn: ['sign-key-path', 'file'],
    }),
    ...protectedFlags,
    ...visibilityFlags,
    property: Flags.keyValues({description: 'Property of the image (repeatable)'}),
    tag: Flags.strings({description: 'Tag of the image (repeatable)', helpValue: 'TAG'}),
    ...projectFlags('Project that owns the image (name or ID)'),
    import: Flags.boolean({description: 'Stage the data and import it instead of uploading it directly'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageCreate)
    if (flags.volume !== undefined) return await this.show(await createFromVolume(this, args.name, flags.volume, flags))
    const path = dataPath(flags, this.runtime.stdin())
    const source = path === undefined ? undefined : openSource(path, this)
    const {'sign-key-path': key, 'sign-cert-id': certificate} = flags
    const signature = source && key && certificate ? await signatureOf(this, source, key, certificate) : {}
    if (flags.import) await this.checkImport(source)
    const owner = await projectOf(this.api, flags)
    const created = await this.api(Image).create({
      ...attributesOf(flags),
      id: flags.id,
      name: args.name,
      tags: flags.tag,
      owner,
      ...Flags.toObject(flags.property),
      ...signature,
    })
    const image = source ? await this.withData(created, source, flags) : created
    await this.show(image, imageFields(image))
  }

  /** Before the image is created, so that nothing is left behind. */
  private async checkImport(source: Source | undefined): Promise<void> {
    if (!source)
      throw new UsageError('Option --import requires data.', {hint: 'Specify a file with --file, or pipe the data in.'})
    await requireImportMethod(this, 'glance-direct')
  }

  /** Sends the data; the image as it is then. When that fails the image stays, for another try. */
  private async withData(created: JsonObject, source: Source, flags: {import: boolean; size?: number | undefined}) {
    const id = String(created.id)
    const image = this.api(Image)
    try {
      const sent = await sendData(this, id, flags.import ? '/stage' : '/file', source, flags.size)
      if (flags.import) await image.send(id, 'POST', '/import', {method: {name: 'glance-direct'}})
      const uploaded = await image.get(id)
      if (!flags.import) verifyUpload(uploaded, sent)
      return uploaded
    } catch (error) {
      await this.note(`Image ${created.name} ${await this.leftover(id)}`)
      throw error
    }
  }

  /** What is left of a failed upload, and what to do about it; after an interruption it cannot be known. */
  private async leftover(id: string): Promise<string> {
    const {program} = this.runtime
    const found = await this.api(Image)
      .get(id)
      .catch(() => undefined)
    if (!found)
      return `was created. It is unknown whether its data was stored. Show it with: ${program} image show ${shellWord(id)}`
    return found.status === 'active'
      ? `has data, which could not be verified. Show its checksum with: ${program} image show ${shellWord(id)}`
      : `was created, but its data was not stored. Delete it with: ${program} image delete ${shellWord(id)}`
  }
}
