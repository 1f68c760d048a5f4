import {ConflictError, Flags, ListCommand} from '@osc-cli/core'
import {type Change, compareWorkbook, type Difference, storeWorkbook, workbooks} from '#engine/setup'

const DONE: Readonly<Record<Change, string>> = {create: 'created', update: 'updated', keep: 'unchanged'}
const PENDING: Readonly<Record<Change, string>> = {create: 'missing', update: 'differs', keep: 'unchanged'}

export default class UndercloudSetup extends ListCommand {
  static override summary = 'Load the workflows for deployments into Mistral'
  static override description =
    'Prepares a cloud without tripleo-common. The workflows have the names and inputs of those of tripleo-common, and need no ' +
    'packages on the hosts. They belong to the project, so that a member can load them. Repeat the command after an update of osc.'
  static override service = 'workflow'
  static override roles = ['member']
  static override calls = ['GET /v2/workbooks/{name}', 'POST /v2/workbooks', 'PUT /v2/workbooks']
  static override seeAlso = ['overcloud plan create', 'overcloud plan deploy', 'workbook list']
  static override examples = [
    {command: 'osc undercloud setup', description: 'Load the workflows, or update them'},
    {command: 'osc undercloud setup --check', description: 'Print what would change'},
  ]
  static override flags = {
    check: Flags.boolean({description: 'Only print what differs'}),
    force: Flags.boolean({description: 'Replace workbooks that osc did not create, such as those of tripleo-common'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(UndercloudSetup)
    const session = await this.session()
    const differences: Difference[] = []
    for (const workbook of workbooks()) differences.push(await compareWorkbook(session, workbook))
    const foreign = differences.filter((one) => one.foreign && one.change !== 'keep')
    if (foreign.length > 0 && !flags.force && !flags.check)
      throw new ConflictError(
        `Mistral has workbooks that osc did not create: ${foreign.map(({name}) => name).join(', ')}.`,
        {
          hint: 'Deployments use these. To replace them nevertheless, use --force.',
        },
      )
    if (!flags.check) for (const difference of differences) await storeWorkbook(session, difference)
    const words = flags.check ? PENDING : DONE
    await this.table(
      {Workbook: 'name', State: 'state'},
      differences.map(({name, change}) => ({name, state: words[change]})),
    )
  }
}
