import {Args, asText, Flags, ShowCommand} from '@osc-cli/core'
import {ownDomain} from '#flags'
import {findOrOwn} from '#own'
import {Project} from '#project'

export default class ProjectShow extends ShowCommand {
  static override summary = 'Show a project'
  static override roles = []
  static override calls = ['GET /v3/domains?name={name}', 'GET /v3/projects?name={name}', 'GET /v3/projects/{id}']
  static override examples = [
    {command: 'osc project show demo', description: 'Show its domain, description and tags'},
    {command: 'osc project show --parents --children demo -f json', description: 'Include parents and children'},
  ]
  static override args = {
    project: Args.string({description: 'Project (name or ID)', required: true}),
  }
  static override flags = {
    ...ownDomain('project'),
    parents: Flags.boolean({description: 'Include the parents'}),
    children: Flags.boolean({description: 'Include the children'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ProjectShow)
    const access = await (await this.session()).access()
    const project = await findOrOwn(this.api, access, Project, args.project, flags.domain)
    await this.show(
      flags.parents || flags.children ? await this.withRelatives(asText(project.id) ?? '', flags) : project,
    )
  }

  private withRelatives(id: string, flags: {parents: boolean; children: boolean}) {
    return this.api(Project).get(id, {
      parents_as_ids: flags.parents || undefined,
      subtree_as_ids: flags.children || undefined,
    })
  }
}
