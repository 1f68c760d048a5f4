import {Args, Flags, Known, OscCommand, pathSegment, readSecret, UsageError} from '@osc-cli/core'

const SURE =
  'Resetting the server state can make it much harder to recover a server from an error state. If the server is in error status due to a failed move operation then this is likely not the correct approach to fix the problem. Do you wish to continue?'

export default class ServerSet extends OscCommand {
  static override summary = 'Change a server'
  static override roles = ['member']
  static override calls = [
    'GET /v2.1/servers/detail?name={name}',
    'GET /v2.1/servers/{id}',
    'PUT /v2.1/servers/{id}',
    'POST /v2.1/servers/{id}/metadata',
    'POST /v2.1/servers/{id}/action',
    'DELETE /v2.1/servers/{id}/os-server-password',
    'PUT /v2.1/servers/{id}/tags/{tag}',
  ]
  static override needs = {
    description: {microversion: '2.19'},
    tag: {microversion: '2.26'},
    hostname: {microversion: '2.90'},
    'pinned-availability-zone': {microversion: '2.104'},
  }
  static override seeAlso = ['server unset', 'server show']
  static override examples = [
    {command: 'osc server set --property role=web --tag blue web', description: 'Change a property and a tag'},
  ]
  static override args = {server: Args.string({description: 'Server (name or ID)', required: true})}
  static override flags = {
    name: Flags.string({description: 'New name of the server', helpValue: 'NAME'}),
    password: Flags.string({
      description: 'New password of the server administrator',
      helpValue: 'PASSWORD',
      exclusive: ['no-password', 'root-password'],
    }),
    'no-password': Flags.boolean({
      description: 'Remove the password from the metadata service',
      exclusive: ['password', 'root-password'],
    }),
    'root-password': Flags.boolean({
      description: 'Prompt for the new password',
      hidden: true,
      exclusive: ['password', 'no-password'],
    }),
    property: Flags.keyValues({description: 'Property to set (repeatable)'}),
    'auto-approve': Flags.boolean({description: 'Reset the state without confirmation'}),
    state: Flags.string({description: 'State to reset the server to (admin only)', options: ['active', 'error']}),
    description: Flags.string({description: 'New description of the server', helpValue: 'TEXT'}),
    tag: Flags.strings({description: 'Tag to add (repeatable)', helpValue: 'TAG'}),
    hostname: Flags.string({description: 'Host name of the server in the metadata service', helpValue: 'NAME'}),
    'pinned-availability-zone': Flags.string({
      description: 'Availability zone to pin the server to',
      helpValue: 'ZONE',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerSet)
    const servers = this.api(Known.Server)
    const id = await servers.id(args.server)
    await servers.update(id, {
      name: flags.name || undefined,
      description: flags.description || undefined,
      hostname: flags.hostname || undefined,
      pinned_availability_zone: flags['pinned-availability-zone'] || undefined,
    })
    const metadata = Flags.toObject(flags.property)
    if (metadata) await servers.send(id, 'POST', '/metadata', {metadata})
    if (flags.state) {
      if (!flags['auto-approve'] && !(await this.confirm(SURE, 'stdin'))) return
      await servers.send(id, 'POST', '/action', {'os-resetState': {state: flags.state}})
    }
    const password = flags['root-password'] ? await this.newPassword() : flags.password
    if (password) await servers.send(id, 'POST', '/action', {changePassword: {adminPass: password}})
    if (flags['no-password']) await servers.send(id, 'DELETE', '/os-server-password')
    await this.each(flags.tag ?? [], (tag) => servers.send(id, 'PUT', `/tags/${pathSegment(tag, 'tag')}`))
  }

  private async newPassword(): Promise<string> {
    const first = await readSecret(this.runtime, 'New password: ')
    const second = await readSecret(this.runtime, 'Retype new password: ')
    if (first === second) return first
    throw new UsageError('Passwords do not match, password unchanged')
  }
}
