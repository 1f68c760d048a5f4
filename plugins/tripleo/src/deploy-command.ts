import {type CommandContext, Flags} from '@osc-cli/core'
import {noWaitFlag, runValidationsFlag, stackFlag, timeoutFlag, yesFlag} from '#deploy-flags'
import {planInputOf} from '#deploy-input'
import {checkDeployable, DEPLOY_CALLS, deployPlan, reportChanges} from '#engine/deploy'
import {ansibleFlags, ignoredDeployFlags, refuseUnsupported, unsupportedDeployFlags} from '#other-deploy-flags'
import {COMPARE_CALLS} from '#plan/compare'
import {CREATE_CALLS, createPlan} from '#plan/create'
import {readPlan} from '#plan/load'
import {isPlan, planContainers} from '#plan/plan'
import {changePlan, type Plan, preparePlan} from '#plan/save'
import {checkPlanName, type PlanInput, planFlags} from '#plan-flags'
import {changedPlan, keepPasswords, newPlan} from '#plan-sources'

/** Requests of the commands that change a plan and deploy it. */
export const DEPLOY_COMMAND_CALLS = [...new Set([...COMPARE_CALLS, ...CREATE_CALLS, ...DEPLOY_CALLS])]

/** Options of the commands that change a plan and deploy it. */
export const deployFlags = {
  ...planFlags,
  ...timeoutFlag,
  ...noWaitFlag,
  ...unsupportedDeployFlags,
  ...ansibleFlags,
  ...ignoredDeployFlags,
  ...stackFlag,
  templates: Flags.optionalValue({
    description: 'Folder with the templates; without a value, the starter plan',
    helpValue: 'FOLDER',
    bare: '',
  }),
  'answers-file': Flags.string({
    description: 'YAML file with the keys templates and environments, whose paths are relative to it',
    helpValue: 'FILE',
  }),
  'libvirt-type': Flags.string({
    description: 'Value of the parameter NovaComputeLibvirtType',
    helpValue: 'TYPE',
    options: ['kvm', 'qemu'],
  }),
  'ntp-server': Flags.string({description: 'Value of the parameter NtpServer', helpValue: 'SERVER'}),
  'update-plan-only': Flags.boolean({description: 'Store the plan, and do not deploy it'}),
  'dry-run': Flags.boolean({description: 'Only print what would change'}),
  ...runValidationsFlag,
  'skip-deploy-identifier': Flags.boolean({
    description: 'Do not rerun software deployments whose input is unchanged',
  }),
  'disable-password-generation': Flags.boolean({description: 'Do not create passwords'}),
  ...yesFlag,
}

type DeployFlags = Parameters<typeof planInputOf>[1] & {
  stack: string
  timeout: number
  'update-plan-only': boolean
  'dry-run': boolean
  'run-validations': boolean
  'skip-deploy-identifier': boolean
  'disable-password-generation': boolean
  'no-wait': boolean
  'config-download': boolean
  'overcloud-ssh-network'?: string | undefined
  yes: boolean
}

/** Creates or changes a plan, reports what changes, and deploys it unless an option says otherwise. */
export async function runDeployment(context: CommandContext, flags: DeployFlags): Promise<void> {
  const {stack: name} = flags
  checkPlanName(name)
  refuseUnsupported({...flags})
  const deploys = !flags['update-plan-only'] && !flags['dry-run']
  const workflow = deploys ? await checkDeployable(context, name) : undefined
  const stored = await storedPlan(context, name)
  const plan = await planOf(context, stored, await planInputOf(context, flags), flags)
  await reportChanges(context, plan)
  if (flags['dry-run']) return
  if (workflow && !flags.yes && !(await context.confirm(`Deploy plan ${name}?`)))
    return await context.note('Cancelled.')
  const options = {passwords: !flags['disable-password-generation']}
  if (stored) await changePlan(context, plan, options)
  else await createPlan(context, plan, await preparePlan(context, plan, options))
  if (workflow) await deployPlan(context, name, workflow, flags)
}

async function storedPlan(context: CommandContext, name: string): Promise<Plan | undefined> {
  const {plan} = planContainers(await context.session(), name)
  return isPlan(await plan.headers()) ? await readPlan(plan) : undefined
}

/** The plan that the options describe: with new templates, but for its passwords. */
async function planOf(
  context: CommandContext,
  stored: Plan | undefined,
  input: PlanInput,
  {stack, templates}: DeployFlags,
): Promise<Plan> {
  if (stored && templates === undefined && input.templates === undefined)
    return await changedPlan(context, stored, input)
  const plan = await newPlan(context, stack, input)
  if (stored) keepPasswords(stored, plan.environment)
  return plan
}
