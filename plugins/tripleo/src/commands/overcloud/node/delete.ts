import {Args, Flags, OscCommand, UsageError} from '@osc-cli/core'
import {stackFlag, timeoutFlag, yesFlag} from '#deploy-flags'
import {checkDeployable, DEPLOY_CALLS, deployPlan, reportChanges} from '#engine/deploy'
import {NEEDS_ANSIBLE, NO_ANSIBLE} from '#other-deploy-flags'
import {COMPARE_CALLS} from '#plan/compare'
import {loadPlan} from '#plan/load'
import {CHANGE_CALLS, changePlan} from '#plan/save'
import {findStack} from '#plan/stack'
import {chosenServers, forgetRemoval, removeServers} from '#scale'
import {partsOf} from '#state/parts'
import {serversOf} from '#state/servers'

export default class OvercloudNodeDelete extends OscCommand {
  static override summary = 'Remove servers from an overcloud'
  static override description =
    'Reduces the number of servers in the plan, and deploys it so that exactly these servers are deleted. After a failure, ' +
    '`overcloud plan deploy` continues. Machines of Ironic become available again.'
  static override service = 'orchestration'
  static override roles = ['member']
  static override calls = [...new Set([...COMPARE_CALLS, ...CHANGE_CALLS, ...DEPLOY_CALLS, 'GET /v2.1/servers/detail'])]
  static override seeAlso = ['overcloud server list', 'overcloud plan set']
  static override examples = [
    {
      command: 'osc overcloud node delete --stack first Compute:1',
      description: 'Remove a server by its role and number',
    },
    {
      command: 'osc overcloud node delete --stack first --yes first-compute-0 first-compute-2',
      description: 'Remove two servers by name, without confirmation',
    },
  ]
  static override args = {
    node: Args.string({description: 'Servers (IDs, names, or ROLE:NUMBER)', multiple: true}),
  }
  static override flags = {
    ...stackFlag,
    ...timeoutFlag,
    ...yesFlag,
    'baremetal-deployment': Flags.string({char: 'b', description: NEEDS_ANSIBLE, helpValue: 'FILE'}),
    'overcloud-ssh-port-timeout': Flags.integer({description: NO_ANSIBLE, helpValue: 'SECONDS'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudNodeDelete)
    const names = [args.node ?? []].flat()
    if (flags['baremetal-deployment'] !== undefined)
      throw new UsageError('Option --baremetal-deployment is not supported: it needs Ansible.', {
        hint: 'Specify the servers instead.',
      })
    if (names.length === 0)
      throw new UsageError('No server was specified.', {hint: 'List servers with: osc overcloud server list'})
    const session = await this.session()
    const plan = await loadPlan(session, flags.stack)
    const servers = await serversOf(this, await partsOf(session, await findStack(session, flags.stack)))
    const removed = chosenServers(servers, names, flags.stack)
    const workflow = await checkDeployable(this, flags.stack)
    removeServers(plan.environment, servers, removed)
    for (const {role, number, id} of removed) await this.note(`Server ${role} ${number} (${id}) will be deleted.`)
    await reportChanges(this, plan)
    if (!flags.yes && !(await this.confirm(`Delete ${removed.length} servers of plan ${flags.stack}?`)))
      return await this.note('Cancelled.')
    await changePlan(this, plan)
    await deployPlan(this, flags.stack, workflow, {timeout: flags.timeout, 'skip-deploy-identifier': true})
    forgetRemoval(
      plan.environment,
      removed.map(({role}) => role),
    )
    await changePlan(this, plan)
  }
}
