import {Args, ConflictError, OscCommand, shellWord} from '@osc-cli/core'
import {deleteContainers, findPlan} from '#plan/plan'
import {stackOf} from '#plan/stack'

export default class OvercloudPlanDelete extends OscCommand {
  static override summary = 'Delete deployment plans'
  static override description = 'A deployed plan cannot be deleted, because its stack could no longer be changed.'
  static override roles = ['member']
  static override calls = [
    'HEAD /v1/{account}/{container}',
    'GET /v1/{project_id}/stacks',
    'GET /v1/{account}/{container}',
    'DELETE /v1/{account}/{container}/{object}',
    'DELETE /v1/{account}/{container}',
  ]
  static override seeAlso = ['overcloud plan list', 'overcloud plan export', 'stack delete']
  static override examples = [{command: 'osc overcloud plan delete first', description: 'Delete a plan with its files'}]
  static override args = {plans: Args.string({description: 'Plan (name)', required: true, multiple: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(OvercloudPlanDelete)
    await this.each(args.plans, (name) => this.#delete(name))
  }

  async #delete(name: string): Promise<void> {
    const session = await this.session()
    await findPlan(session, name)
    const stack = await stackOf(session, name)
    if (stack)
      throw new ConflictError(`The plan ${name} is deployed: its stack is in state ${stack.stack_status}.`, {
        hint: `Delete the stack and the plan: osc overcloud delete ${shellWord(name)}`,
      })
    await deleteContainers(session, name)
  }
}
