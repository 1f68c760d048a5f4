import {Args, Flags, idIn, ShowCommand} from '@osc-cli/core'
import {Domain} from '#domain'
import {enableDisable, immutability, immutableOptions, orShow} from '#flags'
import {createOrShow} from '#or-show'
import {Project, projectProperties} from '#project'

export default class ProjectCreate extends ShowCommand {
  static override summary = 'Create a project'
  static override roles = ['admin']
  static override calls = ['GET /v3/domains?name={name}', 'GET /v3/projects?name={name}', 'POST /v3/projects']
  static override seeAlso = ['role add', 'quota set']
  static override examples = [
    {
      command: 'osc project create --description "Web shop" shop',
      description: 'Create a project in the default domain',
    },
    {
      command: 'osc project create --parent shop --tag test shop-test',
      description: 'Create a project below another, with a tag',
    },
    {command: 'osc project create --or-show shop', description: 'Show the existing one if there is one'},
  ]
  static override args = {
    name: Args.string({description: 'Name of the new project', required: true}),
  }
  static override flags = {
    domain: Flags.string({description: 'Domain to create it in (name or ID)', helpValue: 'DOMAIN'}),
    parent: Flags.string({description: 'Parent project (name or ID)', helpValue: 'PROJECT'}),
    description: Flags.string({description: 'Description'}),
    ...enableDisable('project'),
    property: Flags.keyValues({description: 'Property to set (repeatable)'}),
    ...orShow('project'),
    ...immutability('project'),
    tag: Flags.strings({description: 'Tag to add (repeatable)', helpValue: 'TAG'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ProjectCreate)
    const [domain, parent] = await Promise.all([
      idIn(this.api, Domain, flags.domain),
      idIn(this.api, Project, flags.parent),
    ])
    const body = {
      ...projectProperties(flags.property),
      name: args.name,
      domain_id: domain,
      parent_id: parent,
      description: flags.description,
      enabled: !flags.disable,
      options: immutableOptions(flags),
      tags: flags.tag && [...new Set(flags.tag)],
    }
    const query = domain === undefined ? undefined : {domain_id: domain}
    await this.show(await createOrShow(this.api, Project, body, {orShow: flags['or-show'], query}))
  }
}
