import {Args, asText, Flags, inDomain, OscCommand, requireChanges} from '@osc-cli/core'
import {enableDisable, immutability, immutableOptions, ownDomain} from '#flags'
import {changedTags, changesTags, Project, projectProperties} from '#project'

export default class ProjectSet extends OscCommand {
  static override summary = 'Change a project'
  static override roles = ['admin']
  static override calls = ['GET /v3/domains?name={name}', 'GET /v3/projects?name={name}', 'PATCH /v3/projects/{id}']
  static override examples = [
    {command: 'osc project set --description "The web shop" shop', description: 'Set a description'},
    {command: 'osc project set --tag production --tag web shop', description: 'Add tags'},
    {
      command: 'osc project set --clear-tags --property owner=ada shop',
      description: 'Remove all tags and set a property',
    },
  ]
  static override args = {
    project: Args.string({description: 'Project to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...ownDomain('project'),
    description: Flags.string({description: 'Description'}),
    ...enableDisable('project'),
    property: Flags.keyValues({description: 'Property to set (repeatable)'}),
    ...immutability('project'),
    tag: Flags.strings({description: 'Tag to add (repeatable)', helpValue: 'TAG'}),
    'clear-tags': Flags.boolean({description: 'Remove all tags; combine with --tag to replace them'}),
    'remove-tag': Flags.strings({description: 'Tag to remove (repeatable)', helpValue: 'TAG'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ProjectSet)
    const where = await inDomain(this.api, flags.domain)
    const body = {
      name: flags.name,
      description: flags.description,
      enabled: Flags.chosen(flags, {enable: true, disable: false}),
      options: immutableOptions(flags),
      ...projectProperties(flags.property),
    }
    if (!changesTags(flags)) {
      await this.api(Project).update(await this.api(Project).id(args.project, where), requireChanges(body))
      return
    }
    const project = await this.api(Project).find(args.project, where)
    await this.api(Project).update(asText(project.id) ?? '', {...body, tags: changedTags(project, flags)})
  }
}
