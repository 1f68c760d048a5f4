import {Flags, Known, ShowCommand} from '@osc-cli/core'
import {imageColumns} from '#image-fields'
import {newImage} from '#new-image'
import {ACTION_CALLS, server} from '#server-action'

export default class ServerImageCreate extends ShowCommand {
  static override summary = 'Create an image from the disk of a server'
  static override roles = ['member']
  static override calls = [...ACTION_CALLS, 'GET /v2/images/{id}']
  static override seeAlso = ['server backup create', 'server rebuild']
  static override examples = [
    {command: 'osc server image create --name web-2026-08 --wait web', description: 'Save the disk of a server'},
  ]
  static override args = {server}
  static override flags = {
    name: Flags.string({description: 'Name of the image (default: name of the server)', helpValue: 'NAME'}),
    property: Flags.keyValues({description: 'Property of the image (repeatable)'}),
    wait: Flags.boolean({description: 'Wait until the image is active'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerImageCreate)
    const servers = this.api(Known.Server)
    const server = await servers.find(args.server)
    const createImage = {name: flags.name || server.name, metadata: Flags.toObject(flags.property)}
    const answer = await servers.raw(String(server.id), {method: 'POST', path: '/action', body: {createImage}})
    const image = await newImage(this, answer, {name: String(createImage.name), wait: flags.wait})
    await this.show(image, imageColumns(image))
  }
}
