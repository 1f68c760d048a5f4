import {Args, inDomain, OscCommand} from '@osc-cli/core'
import {ownDomain} from '#flags'
import {Project} from '#project'

export default class ProjectDelete extends OscCommand {
  static override summary = 'Delete projects'
  static override roles = ['admin']
  static override calls = ['GET /v3/domains?name={name}', 'GET /v3/projects?name={name}', 'DELETE /v3/projects/{id}']
  static override examples = [
    {command: 'osc project delete shop-test shop', description: 'Delete two projects, the child first'},
  ]
  static override args = {
    projects: Args.string({description: 'Projects to delete (names or IDs)', required: true, multiple: true}),
  }
  static override flags = {...ownDomain('projects')}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ProjectDelete)
    const where = await inDomain(this.api, flags.domain)
    await this.eachInOrder(args.projects, async (project) => {
      await this.api(Project).delete(await this.api(Project).id(project, where))
    })
  }
}
