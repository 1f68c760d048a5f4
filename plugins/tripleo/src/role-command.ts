import {type CommandContext, Flags, NotFoundError} from '@osc-cli/core'
import {DEFAULT_TIMEOUT, existingStackFlag, yesFlag} from '#deploy-flags'
import {checkDeployable, DEPLOY_CALLS, deployPlan, reportChanges} from '#engine/deploy'
import {NEEDS_ANSIBLE, NO_ANSIBLE, refuseUnsupported} from '#other-deploy-flags'
import {COMPARE_CALLS} from '#plan/compare'
import {roleNames} from '#plan/data'
import {loadPlan} from '#plan/load'
import {chosenPlan, PLAN_NAME_CALLS} from '#plan/plan'

/** Requests of the commands that deploy single roles. */
export const ROLE_COMMAND_CALLS = [...new Set([...PLAN_NAME_CALLS, ...COMPARE_CALLS, ...DEPLOY_CALLS])]

/** Options of the commands that deploy single roles. */
export const roleFlags = {
  limit: Flags.string({
    aliases: ['roles'],
    description: 'Roles, separated by commas, or all',
    helpValue: 'ROLES',
    required: true,
  }),
  ...existingStackFlag,
  playbook: Flags.words({description: NEEDS_ANSIBLE, helpValue: 'PLAYBOOK'}),
  ...yesFlag,
  tags: Flags.string({description: NEEDS_ANSIBLE, helpValue: 'TAGS'}),
  'skip-tags': Flags.string({description: NEEDS_ANSIBLE, helpValue: 'TAGS'}),
  'ssh-user': Flags.string({description: NO_ANSIBLE, helpValue: 'USER'}),
  'static-inventory': Flags.string({description: NO_ANSIBLE, helpValue: 'FILE'}),
  'no-workflow': Flags.boolean({description: 'Accepted for compatibility: a workflow is always used'}),
  'ansible-forks': Flags.integer({description: NO_ANSIBLE, helpValue: 'COUNT'}),
}

interface RoleFlags {
  limit: string
  stack?: string | undefined
  yes: boolean
}

/** Deploys a stored plan for single roles. NotFoundError for a role that the plan does not use. */
export async function runRoles(context: CommandContext, {limit, stack, yes, ...others}: RoleFlags): Promise<void> {
  refuseUnsupported(others)
  const session = await context.session()
  const name = await chosenPlan(session, stack)
  const plan = await loadPlan(session, name)
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
  await deployPlan(context, name, workflow, {timeout: DEFAULT_TIMEOUT, roles})
}
