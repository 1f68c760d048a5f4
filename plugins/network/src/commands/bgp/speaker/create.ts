import {Args, Flags, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {asNumberFlag} from '#bgp/as-number'
import {advertised, advertiseFlags, BgpSpeaker, bgpSpeakerFields} from '#bgp/speaker'

export default class BgpSpeakerCreate extends ShowCommand {
  static override summary = 'Create a BGP speaker'
  static override roles = ['admin']
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'POST /v2.0/bgp-speakers']
  static override requires = 'bgp'
  static override seeAlso = ['bgp speaker add network', 'bgp speaker add peer']
  static override examples = [
    {command: 'osc bgp speaker create --local-as 64512 border', description: 'Create a speaker for IPv4 routes'},
  ]
  static override args = {
    name: Args.string({description: 'Name', required: true}),
  }
  static override flags = {
    'local-as': asNumberFlag('AS number of the speaker'),
    'ip-version': Flags.string({description: 'IP version of the routes (default: 4)', options: ['4', '6']}),
    ...advertiseFlags,
    ...projectFlags('Project that owns the BGP speaker (name or ID)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BgpSpeakerCreate)
    const created = await this.api(BgpSpeaker).create({
      name: args.name,
      local_as: flags['local-as'],
      ip_version: Number(flags['ip-version'] ?? 4),
      ...advertised(flags),
      project_id: await projectOf(this.api, flags),
    })
    await this.show(created, bgpSpeakerFields)
  }
}
