import {Args, Flags, Known, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {EndpointGroup, endpointGroupFields} from '#vpn/endpoint-group'

export default class VpnEndpointGroupCreate extends ShowCommand {
  static override summary = 'Create an endpoint group'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/subnets?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/vpn/endpoint-groups',
  ]
  static override requires = 'vpn-endpoint-groups'
  static override seeAlso = ['vpn ipsec site connection create']
  static override examples = [
    {
      command: 'osc vpn endpoint group create --type cidr --value 10.2.0.0/24 remote',
      description: 'Create a group of remote networks',
    },
    {
      command: 'osc vpn endpoint group create --type subnet --value private-subnet local',
      description: 'Create a group of local subnets',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new endpoint group', required: true}),
  }
  static override flags = {
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
    type: Flags.string({
      description: 'Type of the endpoints',
      helpValue: 'TYPE',
      options: ['subnet', 'cidr'],
      required: true,
    }),
    value: Flags.strings({
      description: 'Endpoint: a local subnet (name or ID), or a remote network in CIDR notation (repeatable)',
      helpValue: 'ENDPOINT',
      required: true,
    }),
    ...projectFlags('Project that owns the endpoint group (name or ID; default: your project)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VpnEndpointGroupCreate)
    const created = await this.api(EndpointGroup).create({
      name: args.name,
      description: flags.description,
      type: flags.type,
      endpoints: flags.type === 'subnet' ? await this.api(Known.Subnet).ids(flags.value) : flags.value,
      project_id: await projectOf(this.api, flags),
    })
    await this.show(created, endpointGroupFields)
  }
}
