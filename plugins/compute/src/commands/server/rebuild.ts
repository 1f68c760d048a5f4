import {asObject, asText, Flags, type JsonObject, Known, ShowCommand, UsageError} from '@osc-cli/core'
import {base64} from '#base64'
import {ACTION_CALLS, server} from '#server-action'
import {shownServer} from '#server-fields'
import {waitForServer} from '#wait-for-server'

export default class ServerRebuild extends ShowCommand {
  static override summary = 'Rebuild a server from an image'
  static override description = 'Replaces the root disk of the server; its ID, addresses and volumes stay.'
  static override roles = ['member']
  static override calls = [
    ...ACTION_CALLS,
    'GET /v2/images?name={name}',
    'GET /v2/images/{id}',
    'GET /v2.1/flavors/{id}',
  ]
  static override needs = {
    description: {microversion: '2.19'},
    'key-name': {microversion: '2.54'},
    'no-key-name': {microversion: '2.54'},
    'user-data': {microversion: '2.54'},
    'no-user-data': {microversion: '2.54'},
    'trusted-image-cert': {microversion: '2.63'},
    'no-trusted-image-certs': {microversion: '2.63'},
    hostname: {microversion: '2.90'},
    'reimage-boot-volume': {microversion: '2.93'},
  }
  static override seeAlso = ['server create', 'server show']
  static override examples = [
    {command: 'osc server rebuild --image cirros --wait web', description: 'Rebuild a server from another image'},
  ]
  static override args = {server}
  static override flags = {
    image: Flags.string({
      description: 'Image (name or ID; default: the image of the server)',
      helpValue: 'IMAGE',
    }),
    name: Flags.string({description: 'New name of the server', helpValue: 'NAME'}),
    password: Flags.string({description: 'New password of the server administrator', helpValue: 'PASSWORD'}),
    property: Flags.keyValues({description: 'New property of the server (repeatable; replaces all properties)'}),
    description: Flags.string({description: 'New description of the server', helpValue: 'TEXT'}),
    ...Flags.choices({
      'preserve-ephemeral': 'Keep the ephemeral disks',
      'no-preserve-ephemeral': 'Recreate the ephemeral disks',
    }),
    'key-name': Flags.string({
      description: 'Keypair to inject into the server',
      helpValue: 'KEY',
      exclusive: ['no-key-name'],
    }),
    'no-key-name': Flags.boolean({
      description: 'Remove the keypair from the server',
      aliases: ['key-unset'],
      exclusive: ['key-name'],
    }),
    'user-data': Flags.string({
      description: 'File with user data for the metadata service',
      helpValue: 'FILE',
      exclusive: ['no-user-data'],
    }),
    'no-user-data': Flags.boolean({description: 'Remove the user data', exclusive: ['user-data']}),
    'trusted-image-cert': Flags.strings({
      description: 'ID of a trusted certificate to verify the image signature (repeatable)',
      helpValue: 'ID',
      exclusive: ['no-trusted-image-certs'],
    }),
    'no-trusted-image-certs': Flags.boolean({
      description: 'Remove the trusted certificates',
      exclusive: ['trusted-image-cert'],
    }),
    hostname: Flags.string({description: 'Host name of the server in the metadata service', helpValue: 'NAME'}),
    'reimage-boot-volume': Flags.boolean({description: 'Overwrite the boot volume of a server that boots from one'}),
    'no-reimage-boot-volume': Flags.boolean({description: 'Do not overwrite a boot volume (default)'}),
    wait: Flags.boolean({description: 'Wait until the server is rebuilt'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerRebuild)
    const servers = this.api(Known.Server)
    const server = await servers.find(args.server)
    const current = asText(asObject(server.image).id)
    if (!flags.image && current === undefined)
      throw new UsageError(`Server ${args.server} boots from a volume, and no image was specified.`, {
        hint: 'Specify the image with --image.',
      })
    const isReimaged = flags['reimage-boot-volume'] && !flags['no-reimage-boot-volume']
    if (current === undefined && !isReimaged && (await servers.microversion()).atLeast('2.93'))
      throw new UsageError(`Server ${args.server} boots from a volume.`, {
        hint: 'Add --reimage-boot-volume to overwrite the volume.',
      })
    if (current === undefined && !isReimaged)
      await this.note(
        'Nova before microversion 2.93 rebuilds a server that boots from a volume only from the same image.',
      )
    const until = STATES_AFTER.get(asText(server.status) ?? '')
    if (until === undefined)
      throw new UsageError(`Server ${args.server} is in state ${server.status}.`, {
        hint: 'Rebuild a server in state ACTIVE, SHUTOFF or ERROR.',
      })
    const rebuild: JsonObject = {
      imageRef: flags.image ? await this.api(Known.Image).id(flags.image) : current,
      name: flags.name,
      adminPass: flags.password,
      preserve_ephemeral: Flags.chosen(flags, {'preserve-ephemeral': true, 'no-preserve-ephemeral': false}),
      metadata: Flags.toObject(flags.property),
      description: flags.description || undefined,
      key_name: flags['no-key-name'] ? null : flags['key-name'] || undefined,
      user_data: flags['no-user-data']
        ? null
        : flags['user-data'] && (await base64(flags['user-data'], this.runtime.cwd)),
      trusted_image_certificates: flags['no-trusted-image-certs'] ? null : flags['trusted-image-cert'],
      hostname: flags.hostname || undefined,
    }
    const id = String(server.id)
    const {server: rebuilt} = await servers.send(id, 'POST', '/action', {rebuild})
    const record = {...server, ...asObject(rebuilt)}
    if (flags.wait) {
      await waitForServer(this, args.server, id, [until], {doing: 'rebuilt'})
      await this.print('Complete')
    }
    await this.show(record, await shownServer(this.api, record))
  }
}

/** The state of a rebuilt server by its state before. */
const STATES_AFTER = new Map([
  ['ACTIVE', 'ACTIVE'],
  ['ERROR', 'ACTIVE'],
  ['SHUTOFF', 'SHUTOFF'],
])
