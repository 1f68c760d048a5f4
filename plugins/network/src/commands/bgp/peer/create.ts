import {Args, Flags, projectFlags, projectOf, ShowCommand, UsageError} from '@osc-cli/core'
import {asNumberFlag} from '#bgp/as-number'
import {BgpPeer, bgpPeerFields} from '#bgp/peer'

export default class BgpPeerCreate extends ShowCommand {
  static override summary = 'Create a BGP peer'
  static override roles = ['admin']
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'POST /v2.0/bgp-peers']
  static override requires = 'bgp'
  static override seeAlso = ['bgp speaker add peer']
  static override examples = [
    {
      command: 'osc bgp peer create --peer-ip 192.0.2.1 --remote-as 64513 upstream',
      description: 'Describe the router of another autonomous system',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name', required: true}),
  }
  static override flags = {
    'peer-ip': Flags.string({description: 'IP address of the peer', helpValue: 'IP-ADDRESS', required: true}),
    'remote-as': asNumberFlag('AS number of the peer'),
    'auth-type': Flags.anyCase({
      description: 'Authentication algorithm (default: none)',
      options: ['none', 'md5'],
      ignoreCase: true,
    }),
    password: Flags.string({description: 'Password; requires --auth-type md5', helpValue: 'PASSWORD'}),
    ...projectFlags('Project that owns the BGP peer (name or ID)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BgpPeerCreate)
    const {password, 'auth-type': algorithm = 'none'} = flags
    if (algorithm === 'none' && password !== undefined)
      throw new UsageError('Option --password requires an authentication algorithm.', {hint: 'Add --auth-type md5.'})
    if (algorithm !== 'none' && password === undefined)
      throw new UsageError(`Option --auth-type ${algorithm} requires a password.`, {hint: 'Add --password.'})
    const created = await this.api(BgpPeer).create({
      name: args.name,
      peer_ip: flags['peer-ip'],
      remote_as: flags['remote-as'],
      auth_type: algorithm,
      password,
      project_id: await projectOf(this.api, flags),
    })
    await this.show(created, bgpPeerFields)
  }
}
