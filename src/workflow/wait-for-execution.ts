import {pathSegment} from '#cloud/path'
import type {CommandContext} from '#command'
import type {JsonObject} from '#json'
import type {WaitFor} from '#resource/wait'

const ENDED = ['SUCCESS', 'ERROR', 'CANCELLED']

/** Polls an execution of Mistral until it has ended, with or without success; the record as it was last. */
export async function waitForExecution(
  context: Pick<CommandContext, 'session' | 'waitUntil' | 'runtime'>,
  id: string,
  options: Pick<WaitFor, 'what' | 'every' | 'timeout'>,
): Promise<JsonObject> {
  const session = await context.session()
  return await context.waitUntil({
    ...options,
    poll: () => session.get('workflow', `/executions/${pathSegment(id, 'workflow execution')}`),
    until: ENDED,
    stateKey: 'state',
    failed: [],
    follow: `${context.runtime.program} workflow execution follow ${id}`,
  })
}
