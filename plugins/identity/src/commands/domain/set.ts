import {Args, Flags, OscCommand, requireChanges} from '@osc-cli/core'
import {Domain} from '#domain'
import {enableDisable, immutability, immutableOptions} from '#flags'
import {Project} from '#project'

export default class DomainSet extends OscCommand {
  static override summary = 'Change a domain'
  static override roles = ['admin']
  static override calls = ['GET /v3/domains?name={name}', 'PATCH /v3/domains/{id}', 'PATCH /v3/projects/{id}']
  static override examples = [
    {command: 'osc domain set --description "Partners and friends" partners', description: 'Set a description'},
    {command: 'osc domain set --disable partners', description: 'Stop its users from logging in'},
  ]
  static override args = {
    domain: Args.string({description: 'Domain to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    description: Flags.string({description: 'Description'}),
    ...enableDisable('domain'),
    ...immutability('domain'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(DomainSet)
    const body = requireChanges({
      name: flags.name,
      description: flags.description,
      enabled: Flags.chosen(flags, {enable: true, disable: false}),
      options: immutableOptions(flags),
    })
    // Keystone only makes a domain mutable when it is updated as a project.
    const resource = flags['no-immutable'] ? Project : Domain
    await this.api(resource).update(await this.api(Domain).id(args.domain), body)
  }
}
