import {Args, download, Flags, OscCommand, OscError, shellWord, UsageError} from '@osc-cli/core'
import {checksumOf} from '#checksum'
import {findImage, Image} from '#image'

export default class ImageSave extends OscCommand {
  static override summary = 'Download the data of an image'
  static override description =
    'The data is verified with the checksum of the image. An interrupted download continues where it stopped; a failed one leaves no file.'
  static override roles = []
  static override calls = ['GET /v2/images?name={name}', 'GET /v2/images/{id}/file']
  static override examples = [
    {command: 'osc image save --file cirros.img cirros', description: 'Save to a file'},
    {command: 'osc image save cirros > cirros.img', description: 'Write to standard output'},
  ]
  static override args = {
    image: Args.string({description: 'Image to download (name or ID)', required: true}),
  }
  static override flags = {
    'chunk-size': Flags.integer({
      description: 'Accepted for compatibility: the data is streamed as it arrives',
      helpValue: 'BYTES',
      default: 1024,
    }),
    file: Flags.string({description: 'File to create (default: standard output)', helpValue: 'FILE'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageSave)
    if (flags.file === undefined && this.runtime.stdout.isTTY)
      throw new UsageError('Image data is not written to a terminal.', {hint: 'Specify a file with --file.'})
    const image = await findImage(this.api, args.image)
    const {getHashes} = process.getBuiltinModule('node:crypto')
    const target = {path: flags.file ?? '-', checksum: checksumOf(image, getHashes())}
    await download(this, target, async (headers) => {
      const request = {path: '/file', headers: {accept: 'application/octet-stream', ...headers}}
      const answer = await this.api(Image).raw(String(image.id), request)
      if (answer.status !== 204) return answer
      throw new OscError(`Image ${args.image} does not have data; its status is ${image.status}.`, {
        hint: `Show the image: osc image show ${shellWord(String(image.id))}`,
      })
    })
  }
}
