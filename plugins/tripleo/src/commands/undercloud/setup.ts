import {Flags, ListCommand} from '@osc-cli/core'
import {type Change, setUp} from '#engine/setup'

const DONE: Readonly<Record<Change, string>> = {create: 'created', update: 'updated', keep: 'unchanged'}
const PENDING: Readonly<Record<Change, string>> = {create: 'missing', update: 'differs', keep: 'unchanged'}

export default class UndercloudSetup extends ListCommand {
  static override summary = 'Load the workflows for deployments into Mistral'
  static override description =
    'Prepares a cloud without tripleo-common. The workflows have the same names and inputs as those of tripleo-common, and need ' +
    'no packages on the hosts. They belong to the project, so a member can load them. After updating osc, run this command again.'
  static override service = 'workflow'
  static override roles = ['member']
  static override calls = ['GET /v2/workbooks', 'POST /v2/workbooks', 'PUT /v2/workbooks']
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
    const differences = await setUp(await this.session(), flags)
    const words = flags.check ? PENDING : DONE
    await this.table(
      {Workbook: 'name', State: 'state'},
      differences.map(({name, change}) => ({name, state: words[change]})),
    )
  }
}
