import {Args, Flags, Known, OscCommand, pathSegment} from '@osc-cli/core'

export default class ServerUnset extends OscCommand {
  static override summary = 'Unset properties of a server'
  static override roles = ['member']
  static override calls = [
    'GET /v2.1/servers/detail?name={name}',
    'GET /v2.1/servers/{id}',
    'PUT /v2.1/servers/{id}',
    'PUT /v2.1/servers/{id}/metadata',
    'DELETE /v2.1/servers/{id}/metadata/{key}',
    'DELETE /v2.1/servers/{id}/tags/{tag}',
    'DELETE /v2.1/servers/{id}/tags',
  ]
  static override needs = {
    description: {microversion: '2.19'},
    tag: {microversion: '2.26'},
    'all-tags': {microversion: '2.26'},
    'pinned-availability-zone': {microversion: '2.104'},
  }
  static override seeAlso = ['server set']
  static override examples = [
    {command: 'osc server unset --property role --tag blue web', description: 'Change a property and a tag'},
  ]
  static override args = {server: Args.string({description: 'Server (name or ID)', required: true})}
  static override flags = {
    property: Flags.strings({
      description: 'Property to remove (repeatable)',
      helpValue: 'KEY',
      exclusive: ['all-properties'],
    }),
    'all-properties': Flags.boolean({description: 'Remove all properties', exclusive: ['property']}),
    description: Flags.boolean({description: 'Remove the description'}),
    tag: Flags.strings({description: 'Tag to remove (repeatable)', helpValue: 'TAG', exclusive: ['all-tags']}),
    'all-tags': Flags.boolean({description: 'Remove all tags', exclusive: ['tag']}),
    'pinned-availability-zone': Flags.boolean({description: 'Unpin the server from its availability zone'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerUnset)
    const servers = this.api(Known.Server)
    const id = await servers.id(args.server)
    if (flags['all-properties']) await servers.send(id, 'PUT', '/metadata', {metadata: {}})
    await this.each(flags.property ?? [], (key) =>
      servers.send(id, 'DELETE', `/metadata/${pathSegment(key, 'property')}`),
    )
    await servers.update(id, {
      description: flags.description ? '' : undefined,
      pinned_availability_zone: flags['pinned-availability-zone'] ? null : undefined,
    })
    await this.each(flags.tag ?? [], (tag) => servers.send(id, 'DELETE', `/tags/${pathSegment(tag, 'tag')}`))
    if (flags['all-tags']) await servers.send(id, 'DELETE', '/tags')
  }
}
