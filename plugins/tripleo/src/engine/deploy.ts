import {asText, type CommandContext, type JsonObject, OscError, pathSegment, shellWord} from '@osc-cli/core'
import {followRun, isTimeout, partsNow, refuseFailure} from '#engine/follow'
import {startRun} from '#engine/run'
import {hasService, queueOf, refuseBusy} from '#engine/running'
import {findWorkflow, requireWorkflow, Workflow, type WorkflowDefinition} from '#engine/workflow'
import {comparePlan} from '#plan/compare'
import {roleNames} from '#plan/data'
import {ownerOf} from '#plan/difference'
import type {Plan} from '#plan/save'
import {stackOf} from '#plan/stack'

/** Requests of the commands that deploy a plan. */
export const DEPLOY_CALLS = [
  'GET /v2/workflows',
  'GET /v2/executions',
  'GET /v1/{project_id}/stacks',
  'GET /v1/{project_id}/stacks/{name}/{id}/resources',
  'POST /v2/executions',
  'GET /v2/executions/{id}',
]

/** How a plan is deployed. */
export interface DeployOptions {
  /** Minutes. */
  timeout: number
  'run-validations'?: boolean
  'skip-deploy-identifier'?: boolean
  'no-wait'?: boolean
  /** Run Ansible after Heat, where the workflow of the cloud does that. */
  'config-download'?: boolean
  /** Network on which Ansible logs in to the servers. */
  'overcloud-ssh-network'?: string | undefined
  /** Roles to deploy; default: all. */
  roles?: readonly string[]
}

/** The workflow that deploys plans, after a check that nothing else changes the deployment of this one. */
export async function checkDeployable(context: CommandContext, plan: string): Promise<WorkflowDefinition> {
  const session = await context.session()
  const workflow = await requireWorkflow(session, Workflow.deploy)
  await refuseBusy(session, plan)
  return workflow
}

/** Reports on stderr what deploying a plan changes; with roles, without the parameters of all others. */
export async function reportChanges(context: CommandContext, plan: Plan, roles: readonly string[] = []): Promise<void> {
  const {deployed, lines} = await comparePlan(context, plan)
  const {name} = plan.environment
  if (!deployed) return await context.note(`Plan ${name} is not deployed. All of it is new.`)
  const known = roleNames(plan.files)
  const shown = lines.filter((line) => {
    const owner = ownerOf(line, known)
    return roles.length === 0 || owner === undefined || roles.includes(owner)
  })
  await context.note(shown.length > 0 ? `Changes of plan ${name}:` : `Plan ${name} has no changes.`)
  for (const line of shown) await context.note(`  ${line}`)
}

/**
 * Deploys a stored plan with the workflow of `checkDeployable`, and follows it by default. OscError with the reasons
 * when it fails.
 */
export async function deployPlan(
  context: CommandContext,
  plan: string,
  workflow: WorkflowDefinition,
  options: DeployOptions,
): Promise<void> {
  const session = await context.session()
  const {roles = []} = options
  if (roles.length > 0 && !workflow.inputs.includes('roles'))
    throw new OscError(`The workflow ${workflow.name} of this cloud cannot deploy single roles.`, {
      hint: `Deploy all roles with: osc overcloud plan deploy ${shellWord(plan)}`,
    })
  const ansible = options['config-download'] ? await ansibleInput(context, workflow, options) : {}
  const before = await partsNow(context, plan)
  const execution = await startRun(context, workflow, plan, {
    roles: [...roles],
    run_validations: options['run-validations'] ?? false,
    skip_deploy_identifier: options['skip-deploy-identifier'] ?? false,
    timeout: options.timeout,
    queue_name: await queueOf(session),
    ...ansible,
  })
  if (options['no-wait'])
    return await context.note(
      `The deployment of plan ${plan} has started.\nFollow it with: ${context.runtime.program} overcloud status --watch --plan ${shellWord(plan)}`,
    )
  const outcome = await followRun(context, {plan, execution, before, timeout: options.timeout})
  // Two deployments that start at the same moment both find the plan free, and Heat accepts one of them.
  if (outcome.end?.succeeded === false && !outcome.hasBegun && !isTimeout(outcome.end))
    await refuseBusy(session, plan, execution)
  refuseFailure(outcome, plan, execution)
  const what =
    roles.length > 0 ? `Roles of plan ${plan} were deployed: ${roles.join(', ')}` : `Plan ${plan} was deployed`
  await context.note(`${what}.`)
}

/** What has the workflow run Ansible after Heat; reports that it does not. Workflows of osc do not have the network as input. */
async function ansibleInput(
  context: CommandContext,
  {inputs}: WorkflowDefinition,
  {'overcloud-ssh-network': network}: DeployOptions,
): Promise<JsonObject> {
  if (inputs.includes('config_download') && inputs.includes('ssh_network'))
    return {config_download: true, ...(network !== undefined && {ssh_network: network})}
  await context.note('--config-download has no effect: the workflow of this cloud does not run Ansible.')
  return {}
}

/** Deletes the stack of a plan: through Mistral where it has the workflow, else through Heat. */
export async function undeployPlan(context: CommandContext, plan: string, stack: JsonObject): Promise<void> {
  const session = await context.session()
  const workflow = (await hasService(session, 'workflow')) ? await findWorkflow(session, Workflow.undeploy) : undefined
  if (workflow) await runUndeploy(context, plan, workflow)
  else
    await session.request({
      service: 'orchestration',
      method: 'DELETE',
      path: `/stacks/${pathSegment(plan, 'stack')}/${pathSegment(String(stack.id), 'stack')}`,
    })
  await context.waitUntil({
    what: `stack ${plan}`,
    stateKey: 'stack_status',
    poll: async () => (await stackOf(session, plan)) ?? {gone: true},
    until: ({gone}) => gone === true,
    failed: ['DELETE_FAILED'],
    reason: ({stack_status_reason: reason}) => asText(reason),
  })
}

async function runUndeploy(context: CommandContext, plan: string, workflow: WorkflowDefinition): Promise<void> {
  const before = await partsNow(context, plan)
  const execution = await startRun(context, workflow, plan, {
    queue_name: await queueOf(await context.session()),
  })
  refuseFailure(await followRun(context, {plan, execution, before}), plan, execution, 'deletion')
}
