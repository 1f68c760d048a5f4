import {asText, type CommandContext, type JsonObject, redactText, shellWord} from '@osc-cli/core'
import {type Running, runningOf} from '#engine/running'
import {isDict} from '#jinja/values'
import {comparePlan} from '#plan/compare'
import type {Container} from '#plan/container'
import {readPlan} from '#plan/load'
import {isPlan, planContainers} from '#plan/plan'
import {stackOf} from '#plan/stack'
import {readYaml} from '#plan/yaml'
import {failuresIn} from '#state/failures'
import {type Part, partsOf, serverCount} from '#state/parts'

/** What is known of the deployment of a plan. */
export interface Facts {
  plan: string
  hasPlan: boolean
  /** `CREATE_COMPLETE`; undefined without a stack. */
  stackStatus: string | undefined
  stackReason: string
  parts: readonly Part[]
  running: Running | undefined
  /** Lines about changes that are not deployed; undefined where they are not known. */
  changes: readonly string[] | undefined
  /** Why the last run failed, if it did before it changed the stack. */
  runFailure: string | undefined
}

/** The state of a plan in words, and the command to use next. */
export interface Status {
  /** As TripleO calls it: `DEPLOY_SUCCESS`. */
  state: string
  summary: string
  /** A command line without the program. */
  next: string
}

/** Requests of `factsOf`, in addition to those of a comparison. */
export const STATUS_CALLS = ['GET /v1/{project_id}/stacks/{name}/{id}/resources', 'GET /v2/executions']

/** Reads the actual state of everything that a plan consists of. */
export async function factsOf(context: CommandContext, plan: string): Promise<Facts> {
  const session = await context.session()
  const {plan: container, messages} = planContainers(session, plan)
  const [headers, stack, running] = await Promise.all([
    container.headers(),
    stackOf(session, plan),
    runningOf(session, plan),
  ])
  const hasPlan = isPlan(headers)
  const parts = stack ? await partsOf(session, stack) : []
  const stackStatus = asText(stack?.stack_status)
  const isQuiet = running === undefined && stackStatus?.endsWith('COMPLETE') === true
  return {
    plan,
    hasPlan,
    stackStatus,
    stackReason: asText(stack?.stack_status_reason) ?? '',
    parts,
    running,
    changes: hasPlan && isQuiet ? (await comparePlan(context, await readPlan(container), stack)).lines : undefined,
    runFailure: running ? undefined : await recordedFailure(messages, stack),
  }
}

/** The message of the last run when it failed after the stack had changed for the last time. */
async function recordedFailure(messages: Container, stack: JsonObject | undefined): Promise<string | undefined> {
  const record = readYaml(STATUS_FILE, (await messages.read(STATUS_FILE))?.toString() ?? '')
  if (!isDict(record) || record.get('deployment_status') !== 'DEPLOY_FAILED') return undefined
  if (asText(stack?.stack_status)?.endsWith('FAILED')) return undefined
  const last = record.get('workflow_status')
  const payload = isDict(last) ? last.get('payload') : undefined
  return redactText(String((isDict(payload) && payload.get('message')) || 'No reason was recorded.'))
}

const STATUS_FILE = 'deployment_status.yaml'

/** What the facts mean. */
export function statusOf(facts: Facts): Status {
  const {plan, hasPlan, stackStatus, parts, running, changes, runFailure} = facts
  const {up, all} = serverCount(parts)
  const word = shellWord(plan)
  const follow = `overcloud status --watch --plan ${word}`
  const action = /^(\w+?)_/.exec(stackStatus ?? '')?.[1]
  if (running || stackStatus?.endsWith('IN_PROGRESS')) {
    const undeploys = action === 'DELETE' || running?.workflow.endsWith('undeploy_plan')
    const servers = all > 0 ? ` ${up} of ${all} servers are complete.` : ''
    return undeploys
      ? {state: 'UNDEPLOYING', summary: `The stack is being deleted.${servers}`, next: follow}
      : {state: 'DEPLOYING', summary: `The plan is being deployed.${servers}`, next: follow}
  }
  if (stackStatus === undefined)
    return hasPlan
      ? {
          state: runFailure === undefined ? 'UNDEPLOYED' : 'DEPLOY_FAILED',
          summary: runFailure === undefined ? 'The plan is not deployed.' : `The deployment failed: ${runFailure}`,
          next: `overcloud plan deploy ${word}`,
        }
      : {state: 'NONE', summary: `No plan is named ${plan}.`, next: `overcloud plan create ${word}`}
  if (stackStatus.endsWith('FAILED')) {
    const [failure] = failuresIn(parts, plan)
    const reason = failure ? `${failure.place}: ${failure.text}` : facts.stackReason
    const state = action === 'DELETE' ? 'UNDEPLOY_FAILED' : 'DEPLOY_FAILED'
    return {state, summary: `Failed (${stackStatus}): ${reason}`, next: `overcloud failures --plan ${word}`}
  }
  if (!hasPlan)
    return {
      state: 'DEPLOY_SUCCESS',
      summary: 'The stack is deployed, but its plan does not exist. Create it again to change the stack.',
      next: `overcloud plan create ${word}`,
    }
  const servers = `${up} of ${all} servers are complete.`
  if (runFailure !== undefined)
    return {
      state: 'DEPLOY_FAILED',
      summary: `The last run failed before it changed the stack: ${runFailure}`,
      next: `overcloud plan deploy ${word}`,
    }
  if (changes !== undefined && changes.length > 0)
    return {
      state: 'DEPLOY_SUCCESS',
      summary: `Deployed, ${servers} The plan has changes that are not deployed: ${changes.length}.`,
      next: `overcloud plan diff ${word}`,
    }
  return {state: 'DEPLOY_SUCCESS', summary: `Deployed as planned, ${servers}`, next: `overcloud plan show ${word}`}
}
