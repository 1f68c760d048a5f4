import {Args, Flags, NotFoundError, OscCommand} from '@osc-cli/core'
import {yesFlag} from '#deploy-flags'
import {DEPLOY_CALLS, undeployPlan} from '#engine/deploy'
import {refuseBusy} from '#engine/running'
import {DEFAULT_PLAN, deleteContainers, isPlan, planContainers} from '#plan/plan'
import {stackOf} from '#plan/stack'

export default class OvercloudDelete extends OscCommand {
  static override summary = 'Delete an overcloud: its stack and its plan'
  static override description =
    'Asks for confirmation on a terminal unless --yes is given. After an interruption, run the command again.'
  static override roles = ['member']
  static override calls = [
    'HEAD /v1/{account}/{container}',
    ...DEPLOY_CALLS,
    'DELETE /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{account}/{container}',
    'DELETE /v1/{account}/{container}/{object}',
    'DELETE /v1/{account}/{container}',
  ]
  static override seeAlso = ['overcloud plan delete', 'overcloud status']
  static override examples = [
    {command: 'osc overcloud delete --yes first', description: 'Delete an overcloud without confirmation'},
  ]
  static override args = {
    stack: Args.string({description: 'Plan (name, default: OVERCLOUD_STACK_NAME, else overcloud)'}),
  }
  static override flags = {
    ...yesFlag,
    'skip-ipa-cleanup': Flags.boolean({
      char: 's',
      description: 'Accepted for compatibility; osc does not change FreeIPA',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudDelete)
    const name = args.stack ?? (this.runtime.env.OVERCLOUD_STACK_NAME || DEFAULT_PLAN)
    const session = await this.session()
    const {plan} = planContainers(session, name)
    const [hasPlan, stack] = await Promise.all([plan.headers().then(isPlan), stackOf(session, name)])
    if (!hasPlan && !stack)
      throw new NotFoundError(`No plan with a name or ID of '${name}' exists.`, {
        hint: 'List plans with: osc overcloud plan list',
      })
    if (!flags.yes && !(await this.confirm(`Delete the servers and the plan of ${name}?`)))
      return await this.note('Cancelled.')
    // Also without a stack: a deployment may be about to create it.
    await refuseBusy(session, name)
    if (stack) await undeployPlan(this, name, stack)
    if (hasPlan) await deleteContainers(session, name)
    await this.note(`Overcloud ${name} was deleted.`)
  }
}
