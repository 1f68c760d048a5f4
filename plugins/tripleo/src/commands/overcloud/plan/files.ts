import {Args, Flags, ListCommand} from '@osc-cli/core'
import {INLINE_FILES, PlanFile} from '#plan/files'
import {findPlan, planContainers} from '#plan/plan'
import {renderedFrom} from '#plan/render'

const columns = {Name: 'name', Size: 'size', 'Rendered From': 'source', Used: 'used'}

export default class OvercloudPlanFiles extends ListCommand {
  static override summary = 'List the files of a plan'
  static override description =
    'Heat reads only files that are used: those that the root template and the environments refer to.'
  static override roles = ['member']
  static override calls = [
    'HEAD /v1/{account}/{container}',
    'GET /v1/{account}/{container}',
    'GET /v1/{account}/{container}/{object}',
  ]
  static override seeAlso = ['overcloud plan show', 'overcloud plan export']
  static override examples = [
    {
      command: 'osc overcloud plan files first --used --sort-column Size',
      description: 'List the files that Heat reads, by size',
    },
  ]
  static override args = {name: Args.string({description: 'Plan (name)', required: true})}
  static override flags = {used: Flags.boolean({description: 'Only files that are used'})}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudPlanFiles)
    const session = await this.session()
    const plan = await findPlan(session, args.name)
    const stored = await plan.list()
    const used = await usedNames(planContainers(session, args.name).files)
    // Names of rendered files follow from roles, networks and the names of templates.
    const data = await plan.readAll([PlanFile.roles, PlanFile.networks, PlanFile.excludes])
    const sources = renderedFrom(new Map([...stored.map(({name}) => [name, Buffer.of()] as const), ...data]))
    const rows = stored.map(({name, bytes}) => ({
      name,
      size: bytes,
      source: sources.get(name) ?? '',
      used: used.has(name),
    }))
    await this.table(columns, flags.used ? rows.filter((row) => row.used) : rows)
  }
}

async function usedNames(files: ReturnType<typeof planContainers>['files']): Promise<Set<string>> {
  const inline = await files.read(INLINE_FILES)
  const texts = Object.keys(JSON.parse(inline?.toString() ?? '{}'))
  return new Set([...(await files.list()).map(({name}) => name), ...texts])
}
