import {type CommandContext, Flags, NotFoundError} from '@osc-cli/core'
import {refuseUnsupported} from '#deploy-input'
import {checkDeployable, deployPlan, reportChanges} from '#engine/deploy'
import {roleNames} from '#plan/data'
import {loadPlan} from '#plan/load'

const ANSIBLE = 'Not supported: needs Ansible on the host of the undercloud'
const NO_ANSIBLE = 'Accepted for compatibility; osc does not run Ansible'

const playbook = Flags.strings({description: ANSIBLE, helpValue: 'PLAYBOOK'})
// Takes all words up to the next option.
Object.assign(playbook, {greedy: true})

/** Options of the commands that deploy single roles. */
export const roleFlags = {
  limit: Flags.string({
    aliases: ['roles'],
    description: 'Roles, separated by commas, or all',
    helpValue: 'ROLES',
    required: true,
  }),
  stack: Flags.string({
    description: 'Plan (name, default: overcloud)',
    helpValue: 'PLAN',
    default: 'overcloud',
    env: 'OVERCLOUD_STACK_NAME',
  }),
  playbook,
  yes: Flags.boolean({char: 'y', description: 'Do not ask for confirmation'}),
  tags: Flags.string({description: ANSIBLE, helpValue: 'TAGS'}),
  'skip-tags': Flags.string({description: ANSIBLE, helpValue: 'TAGS'}),
  'ssh-user': Flags.string({description: NO_ANSIBLE, helpValue: 'USER'}),
  'static-inventory': Flags.string({description: NO_ANSIBLE, helpValue: 'FILE'}),
  'no-workflow': Flags.boolean({description: 'Accepted for compatibility: a workflow is always used'}),
  'ansible-forks': Flags.integer({description: NO_ANSIBLE, helpValue: 'COUNT'}),
}

interface RoleFlags {
  limit: string
  stack: string
  yes: boolean
}

/** Deploys a stored plan for single roles. NotFoundError for a role that the plan does not use. */
export async function runRoles(
  context: CommandContext,
  {limit, stack: name, yes, ...others}: RoleFlags,
): Promise<void> {
  refuseUnsupported(others)
  const plan = await loadPlan(await context.session(), name)
  const known = roleNames(plan.files)
  const roles = limit === 'all' ? [] : limit.split(',').map((role) => role.trim())
  const unknown = roles.find((role) => !known.includes(role))
  if (unknown !== undefined)
    throw new NotFoundError(`The plan ${name} does not use a role ${unknown}.`, {
      hint: `Use one of: ${known.join(', ')}`,
    })
  const workflow = await checkDeployable(context, name)
  await reportChanges(context, plan, roles)
  const which = roles.length > 0 ? `the roles ${roles.join(', ')}` : 'all roles'
  if (!yes && !(await context.confirm(`Deploy ${which} of plan ${name}?`))) return await context.note('Cancelled.')
  await deployPlan(context, name, workflow, {timeout: 240, roles})
}
