import {Args, OscCommand, openSource, UsageError} from '@osc-cli/core'
import {imageId} from '#image'
import {dataFlags, dataPath, fileFlag} from '#image-flags'
import {sendData} from '#send-data'

export default class ImageStage extends OscCommand {
  static override summary = 'Upload data to the staging area of an image'
  static override description = 'Import the staged data afterwards with: osc image import'
  static override roles = []
  static override calls = ['GET /v2/images?name={name}', 'PUT /v2/images/{id}/stage']
  static override examples = [
    {command: 'osc image stage --file cirros.img cirros', description: 'Stage a file for an image without data'},
  ]
  static override seeAlso = ['image import']
  static override args = {
    image: Args.string({description: 'Image that the data is for (name or ID)', required: true}),
  }
  static override flags = {file: fileFlag(), ...dataFlags}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ImageStage)
    const path = dataPath(flags, this.runtime.stdin())
    if (path === undefined)
      throw new UsageError('There is no data to stage.', {hint: 'Specify a file with --file, or pipe the data in.'})
    const source = openSource(path, this)
    await sendData(this, await imageId(this.api, args.image), '/stage', source, flags.size)
  }
}
