import {Flags, OscCommand} from '@osc-cli/core'
import {noWaitFlag, timeoutFlag} from '#deploy-flags'
import {planInputOf, refuseUnsupported} from '#deploy-input'
import {checkDeployable, DEPLOY_CALLS, deployPlan, reportChanges} from '#engine/deploy'
import {ignoredDeployFlags, unsupportedDeployFlags} from '#other-deploy-flags'
import {COMPARE_CALLS} from '#plan/compare'
import {CREATE_CALLS, createPlan} from '#plan/create'
import {loadPlan} from '#plan/load'
import {isPlan, planContainers} from '#plan/plan'
import {changePlan, type Plan, preparePlan} from '#plan/save'
import {checkPlanName, planFlags} from '#plan-flags'
import {changedPlan, keepPasswords, newPlan} from '#plan-sources'

export default class OvercloudDeploy extends OscCommand {
  static override summary = 'Create or change a plan, and deploy it'
  static override description =
    'With --templates, the plan is made of the templates and options of this command, and keeps only its passwords. Without it, ' +
    'an existing plan is changed by the options, and a new one is the starter plan. What changes is printed before the ' +
    'deployment. Ctrl-C ends the report, not the deployment.'
  static override roles = ['member']
  static override calls = [...new Set([...COMPARE_CALLS, ...CREATE_CALLS, ...DEPLOY_CALLS])]
  static override seeAlso = ['overcloud status', 'overcloud failures', 'overcloud plan deploy', 'overcloud delete']
  static override examples = [
    {
      command: 'osc overcloud deploy --stack first --role Compute=3',
      description: 'Deploy the plan with three servers of a role',
    },
    {
      command: 'osc overcloud deploy --stack first --templates tripleo-heat-templates -e site.yaml',
      description: 'Deploy templates with an environment file',
    },
    {command: 'osc overcloud deploy --stack first --dry-run', description: 'Print what would change'},
  ]
  static override flags = {
    ...planFlags,
    ...timeoutFlag,
    ...noWaitFlag,
    ...unsupportedDeployFlags,
    ...ignoredDeployFlags,
    stack: Flags.string({
      description: 'Plan (name, default: overcloud)',
      helpValue: 'PLAN',
      default: 'overcloud',
      env: 'OVERCLOUD_STACK_NAME',
    }),
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
    'run-validations': Flags.boolean({description: 'Run the validations of the group pre-deployment first'}),
    'skip-deploy-identifier': Flags.boolean({
      description: 'Do not run software deployments again whose input is unchanged',
    }),
    'disable-password-generation': Flags.boolean({description: 'Do not create passwords'}),
    yes: Flags.boolean({char: 'y', description: 'Do not ask for confirmation'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudDeploy)
    const {stack: name} = flags
    checkPlanName(name)
    refuseUnsupported(flags)
    const deploys = !flags['update-plan-only'] && !flags['dry-run']
    if (deploys) await checkDeployable(this, name)
    const stored = await this.#stored(name)
    const plan = await this.#plan(name, stored, await planInputOf(this, flags), flags.templates !== undefined)
    await reportChanges(this, plan)
    if (flags['dry-run']) return
    if (deploys && !flags.yes && !(await this.confirm(`Deploy plan ${name}?`))) return await this.note('Cancelled.')
    const options = {passwords: !flags['disable-password-generation']}
    if (stored) await changePlan(this, plan, options)
    else await createPlan(this, plan, await preparePlan(this, plan, options))
    if (deploys) await deployPlan(this, name, flags)
  }

  async #stored(name: string): Promise<Plan | undefined> {
    const session = await this.session()
    return isPlan(await planContainers(session, name).plan.headers()) ? await loadPlan(session, name) : undefined
  }

  async #plan(
    name: string,
    stored: Plan | undefined,
    input: Parameters<typeof newPlan>[2],
    isNew: boolean,
  ): Promise<Plan> {
    if (stored && !isNew && input.templates === undefined) return await changedPlan(this, stored, input)
    const plan = await newPlan(this, name, input)
    if (stored) keepPasswords(stored, plan.environment)
    return plan
  }
}
