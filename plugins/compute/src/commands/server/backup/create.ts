import {Flags, Known, ShowCommand} from '@osc-cli/core'
import {imageColumns} from '#image-fields'
import {newImage} from '#new-image'
import {ACTION_CALLS, server} from '#server-action'

export default class ServerBackupCreate extends ShowCommand {
  static override summary = 'Create a backup image of a server'
  static override description = 'Older backups of the same type are deleted when there are more than --rotate.'
  static override roles = ['member']
  static override calls = [...ACTION_CALLS, 'GET /v2/images/{id}']
  static override seeAlso = ['server image create', 'server rebuild']
  static override examples = [
    {command: 'osc server backup create --type daily --rotate 7 web', description: 'Keep the last seven backups'},
  ]
  static override args = {server}
  static override flags = {
    name: Flags.string({description: 'Name of the image (default: name of the server)', helpValue: 'NAME'}),
    type: Flags.string({
      description: 'Backup type, stored in a property of the image (default: empty)',
      helpValue: 'TYPE',
    }),
    rotate: Flags.integer({description: 'Number of backups to keep (default: 1)', helpValue: 'NUMBER'}),
    wait: Flags.boolean({description: 'Wait until the image is active'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerBackupCreate)
    const servers = this.api(Known.Server)
    const server = await servers.find(args.server)
    const createBackup = {
      name: flags.name ?? server.name,
      backup_type: flags.type ?? '',
      rotation: flags.rotate ?? 1,
    }
    const answer = await servers.raw(String(server.id), {method: 'POST', path: '/action', body: {createBackup}})
    const image = await newImage(this, answer, {name: String(createBackup.name), wait: flags.wait})
    await this.show(image, imageColumns(image))
  }
}
