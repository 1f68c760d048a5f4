import {Args, Flags, Known, ShowCommand, UsageError} from '@osc-cli/core'
import {connectorFlags, connectorOf} from '#connector'
import {isOn} from '#given'
import {Volume} from '#volume'
import {VolumeAttachment, volumeAttachmentFields} from '#volume-attachment'

export default class VolumeAttachmentCreate extends ShowCommand {
  static override summary = 'Create a volume attachment'
  static override description =
    'This creates the record in Cinder only and does not attach the volume to the server: use it to repair attachments. To attach a volume, use `server add volume`.'
  static override roles = []
  static override microversion = '3.27'
  static override calls = [
    'GET /v3/volumes/detail?name={name}',
    'GET /v2.1/servers/detail?name={name}',
    'POST /v3/attachments',
  ]
  static override needs = {mode: {microversion: '3.54'}}
  static override seeAlso = ['server add volume', 'volume attachment complete']
  static override examples = [
    {command: 'osc volume attachment create data web', description: 'Reserve a volume for a server'},
    {
      command: 'osc volume attachment create --connect --host node1 --mountpoint /dev/vdb data web',
      description: 'Reserve and connect it',
    },
  ]
  static override args = {
    volume: Args.string({description: 'Volume to attach (name or ID)', required: true}),
    server: Args.string({description: 'Server to attach the volume to (name or ID)', required: true}),
  }
  static override flags = {
    connect: Flags.boolean({description: 'Connect the volume to the host that the other options describe'}),
    'no-connect': Flags.boolean({description: 'Only reserve the volume (default)'}),
    ...connectorFlags,
    mode: Flags.string({
      description: 'Access mode: rw or ro (default: the mode in the metadata of the volume, else rw)',
      helpValue: 'MODE',
    }),
  }

  async run(): Promise<void> {
    const {args, flags, given} = await this.parse(VolumeAttachmentCreate)
    const isConnecting = isOn(given, 'connect')
    const unused = given.find(({name}) => name !== 'no-multipath' && Object.hasOwn(connectorFlags, name))
    if (unused && !isConnecting) throw new UsageError(`Option --${unused.name} also requires --connect.`)
    const [volume, server] = await Promise.all([
      this.api(Volume).id(args.volume),
      this.api(Known.Server).id(args.server),
    ])
    const attachment = await this.api(VolumeAttachment).create({
      volume_uuid: volume,
      instance_uuid: server,
      connector: isConnecting ? connectorOf(flags, given) : {},
      mode: flags.mode || undefined,
    })
    await this.show(attachment, volumeAttachmentFields)
  }
}
