import {projectFlags, projectOf, ShowCommand, UsageError} from '@osc-cli/core'
import {rangeFlags, rangeOf, Usage, usageColumns} from '#usage'

export default class UsageShow extends ShowCommand {
  static override summary = 'Show the resource usage of a project'
  static override roles = ['reader']
  static override calls = ['GET /v3/projects?name={name}', 'GET /v2.1/os-simple-tenant-usage/{project}']
  static override seeAlso = ['usage list']
  static override examples = [{command: 'osc usage show', description: 'Show the usage of the current project'}]
  static override flags = {
    ...projectFlags('Project of the usage (name or ID; default: the current project)'),
    ...rangeFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(UsageShow)
    const project = (await projectOf(this.api, flags)) ?? (await (await this.session()).access()).projectId
    if (project === undefined)
      throw new UsageError('Your credentials are not scoped to a project.', {
        hint: 'Specify the project with --project.',
      })
    const {query, text} = rangeOf(flags, this.now())
    const usage = await this.api(Usage).get(project, query)
    if (this.format === 'table') await this.print(`${text} on project ${project}: `)
    await this.show(
      usage,
      usageColumns(({tenant_id: id}) => id ?? null),
    )
  }
}
