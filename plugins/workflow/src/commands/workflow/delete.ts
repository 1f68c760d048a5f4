import {Args, OscCommand} from '@osc-cli/core'
import {accepted} from '#accepted'
import {namespaceFlag} from '#definition'
import {Workflow} from '#workflow'

export default class WorkflowDelete extends OscCommand {
  static override summary = 'Delete workflows'
  static override roles = ['member']
  static override calls = ['DELETE /v2/workflows/{id}']
  static override seeAlso = ['workflow list']
  static override examples = [{command: 'osc workflow delete hello', description: 'Delete one workflow'}]
  static override args = {
    workflow: Args.string({description: 'Workflows to delete (name or ID)', required: true, multiple: true}),
  }
  static override flags = namespaceFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WorkflowDelete)
    await this.each(args.workflow, async (name) => {
      await this.api(Workflow).delete(name, {namespace: flags.namespace || undefined})
      await this.print(accepted('workflow', name))
    })
  }
}
