import {
  asObject,
  asText,
  type CommandContext,
  type JsonObject,
  redactText,
  type Session,
  storedJson,
} from '@osc-cli/core'
import {fittingInput, Workflow, type WorkflowDefinition} from '#engine/workflow'

/** Starts a workflow, on a plan if it has one, with those of the values that it declares inputs for. The ID of the execution. */
export async function startRun(
  context: Pick<CommandContext, 'session' | 'runtime'>,
  workflow: WorkflowDefinition,
  plan: string | undefined,
  values: JsonObject,
): Promise<string> {
  const session = await context.session()
  // The workflows of osc choose the endpoints of other services by these.
  const {region, interface: face} = await context.runtime.config()
  const body = {
    workflow_id: workflow.id,
    ...(plan !== undefined && {description: `Plan ${plan}`}),
    input: JSON.stringify(fittingInput(workflow, plan, values)),
    params: JSON.stringify({env: {interface: face, ...(region && {region})}}),
  }
  const answer = await session.request({service: 'workflow', method: 'POST', path: '/executions', body})
  return String(asObject(await answer.json()).id)
}

/** A message that a workflow sent. */
export interface Message {
  /** ID of the execution that sent it. */
  id: string
  /** When it was sent. */
  time: string
  payload: JsonObject
}

/** Messages of a run and the workflows below it, oldest first. Mistral has them also where Zaqar does not deliver. */
export async function messagesOf(session: Session, execution: string): Promise<Message[]> {
  const query = {
    root_execution_id: execution,
    workflow_name: Workflow.send,
    include_output: true,
    sort_keys: 'created_at',
  }
  const sent = session.list('workflow', '/executions', 'executions', {query})
  const messages: Message[] = []
  for await (const one of sent)
    if (one.state !== 'RUNNING')
      messages.push({
        id: String(one.id),
        time: asText(one.created_at) ?? '',
        payload: asObject(outputOf(one).payload),
      })
  return messages
}

/** How a run ended. */
export interface End {
  succeeded: boolean
  message: string
  /** `DEPLOY_SUCCESS`; `DEPLOYING` when Heat continues after the run. */
  deploymentStatus: string | undefined
}

/** A reason that Mistral gives, without credentials. Of an action that failed, only the error, without its Python object. */
export function reasonOf(text: string): string {
  const reason = /^The action raised an exception \[.*?\bmsg='(.*?)'(?:, action_cls='.*)?\]$/s.exec(text)?.[1]
  return redactText(reason ?? text)
}

/** How a run ended by a message of its own; undefined for other messages. */
export function endIn({payload}: Pick<Message, 'payload'>, execution: string): End | undefined {
  const sender = asText(payload.execution_id) ?? asText(asObject(payload.execution).id)
  if (sender !== execution || payload.status === 'RUNNING') return undefined
  return {
    succeeded: payload.status === 'SUCCESS',
    message: reasonOf(asText(payload.message) ?? ''),
    deploymentStatus: asText(payload.deployment_status),
  }
}

/** States of a run that has ended. */
const ENDED = ['SUCCESS', 'ERROR', 'CANCELLED']

/** How a run ended by its state; undefined while it continues. */
export function endByState(execution: JsonObject): End | undefined {
  const {state} = execution
  if (typeof state !== 'string' || !ENDED.includes(state)) return undefined
  const output = outputOf(execution)
  // The first line is what failed; the lines below it list tasks.
  const reason = asText(execution.state_info)?.split('\n')[0]
  // Workflows of tripleo-common leave the last message about progress when an error was not expected.
  const isReason = state !== 'ERROR' || output.status === 'FAILED'
  const outputMessage = isReason ? asText(output.message) : undefined
  const message = outputMessage || (state === 'CANCELLED' ? 'The workflow was cancelled.' : reason)
  return {
    succeeded: state === 'SUCCESS',
    message: reasonOf(message ?? ''),
    deploymentStatus: asText(output.deployment_status),
  }
}

/** The output of a run, which Mistral sends as JSON in a string; empty when there is none. */
export const outputOf = ({output}: JsonObject): JsonObject => asObject(storedJson(output))
