import {
  asObject,
  asText,
  ConflictError,
  type JsonObject,
  type Query,
  type Session,
  shellWord,
  storedJson,
} from '@osc-cli/core'
import {stackOf} from '#plan/stack'

/** A run of a workflow on a plan. */
export interface Running {
  execution: string
  workflow: string
}

const NAMES = /^tripleo\.(?:deployment\.v1\.(?:un)?deploy_plan|scale\.v1\.|package_update\.v1\.)/

/** Runs that change the deployment of a plan, without those that they start themselves. */
export async function* runsOn(session: Session, plan: string, query: Query): AsyncGenerator<Running> {
  const fields = 'id,workflow_name,task_execution_id,input'
  for await (const run of session.list('workflow', '/executions', 'executions', {query: {...query, fields}})) {
    const workflow = asText(run.workflow_name) ?? ''
    if (!run.task_execution_id && NAMES.test(workflow) && planIn(run) === plan)
      yield {execution: String(run.id), workflow}
  }
}

/** A run other than `own` that changes the deployment of a plan, if there is one. */
export async function runningOf(session: Session, plan: string, own?: string): Promise<Running | undefined> {
  if (!(await hasService(session, 'workflow'))) return undefined
  for await (const run of runsOn(session, plan, {state: 'RUNNING'})) if (run.execution !== own) return run
  return undefined
}

function planIn({input}: JsonObject): string | undefined {
  const values = asObject(storedJson(input))
  return asText(values.container ?? values.plan_name ?? values.plan)
}

/** ConflictError while a plan is being deployed or undeployed: by a workflow other than `own`, or by Heat. */
export async function refuseBusy(session: Session, plan: string, own?: string): Promise<void> {
  const hint = `Follow it with: osc overcloud status --watch --plan ${shellWord(plan)}`
  const running = await runningOf(session, plan, own)
  if (running)
    throw new ConflictError(`Plan ${plan} is in use by the workflow ${running.workflow} (${running.execution}).`, {
      hint,
    })
  const status = asText((await stackOf(session, plan))?.stack_status)
  if (status?.endsWith('IN_PROGRESS'))
    throw new ConflictError(`Plan ${plan} cannot be changed now: its stack is in state ${status}.`, {hint})
}

/** The queue that all clients and GUIs read; empty where the cloud does not have Zaqar. */
export const queueOf = async (session: Session): Promise<string> =>
  (await hasService(session, 'messaging')) ? 'tripleo' : ''

/** Whether the catalog has a service, by its official type or the one of its API's version 2. */
export async function hasService(session: Session, type: string): Promise<boolean> {
  const {catalog} = await session.access()
  return catalog.some((entry) => entry.type === type || entry.type === `${type}v2`)
}
