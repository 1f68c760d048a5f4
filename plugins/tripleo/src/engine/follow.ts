import {
  asText,
  type CommandContext,
  InterruptedError,
  type JsonObject,
  OscError,
  OutageError,
  redactText,
  shellWord,
  WaitError,
} from '@osc-cli/core'
import {type End, endByState, endIn, messagesOf} from '#engine/run'
import {stackOf} from '#plan/stack'
import {createChanges} from '#state/changes'
import {type Failure, failuresIn} from '#state/failures'
import {type Part, partsOf, serverCount} from '#state/parts'

/** What is followed: a run of a workflow, or without one what Heat does. */
export interface Followed {
  plan: string
  execution?: string | undefined
  /** The parts of the stack before the run; changes since then are reported. */
  before?: readonly Part[]
  /** Minutes after which the wait ends; default: none. */
  timeout?: number | undefined
}

/** What a run led to. */
export interface Outcome {
  end: End | undefined
  /** Whether the run got as far as the stack; releases of tripleo-common do not report that. */
  hasBegun: boolean
  /** The stack as it is now; undefined when there is none. */
  stack: JsonObject | undefined
  parts: readonly Part[]
}

const SECONDS_BETWEEN_POLLS = 2

/** The parts of a plan's stack; none without a stack. */
export async function partsNow(context: Pick<CommandContext, 'session'>, plan: string): Promise<readonly Part[]> {
  const session = await context.session()
  const stack = await stackOf(session, plan)
  return stack ? await partsOf(session, stack) : []
}

/**
 * Follows a run to its end, by its last message or by the state of the execution, whichever comes first, and then Heat where
 * it continues. Messages and changes of servers and networks are reported on stderr. WaitError after the timeout.
 */
export async function followRun(context: CommandContext, followed: Followed): Promise<Outcome> {
  const {plan, execution, timeout} = followed
  const follow = `${context.runtime.program} overcloud status --watch --plan ${shellWord(plan)}`
  const session = await context.session()
  const reported = new Set<string>()
  const changes = createChanges(followed.before ?? [])
  const outcome: {-readonly [Key in keyof Outcome]: Outcome[Key]} = {
    end: undefined,
    hasBegun: false,
    stack: undefined,
    parts: followed.before ?? [],
  }

  async function poll(): Promise<JsonObject> {
    if (execution !== undefined) outcome.end ??= await pollRun(execution)
    outcome.stack = await stackOf(session, plan)
    const parts = outcome.stack ? await partsOf(session, outcome.stack) : []
    for (const line of changes.lines(parts)) await context.note(line)
    outcome.parts = parts
    const {up, all} = serverCount(parts)
    const status = asText(outcome.stack?.stack_status) ?? ''
    return {
      status: status || 'starting',
      ...(all > 0 && {progress: Math.floor((100 * up) / all)}),
      done:
        (execution === undefined || outcome.end !== undefined) &&
        !(heatContinues(outcome.end) && /IN_PROGRESS$/.test(status)),
    }
  }

  async function pollRun(id: string): Promise<End | undefined> {
    // The state first: messages that were sent before it changed are there afterwards.
    const run = await session.get('workflow', `/executions/${id}`)
    for (const message of await messagesOf(session, id)) {
      if (message.payload.stack) outcome.hasBegun = true
      const end = endIn(message, id)
      if (end) return end
      const text = asText(message.payload.message)
      if (text && !reported.has(message.id)) await context.note(redactText(text))
      reported.add(message.id)
    }
    return endByState(run)
  }

  try {
    await context.waitUntil({
      what: `plan ${plan}`,
      poll,
      until: ({done}) => done === true,
      failed: [],
      every: SECONDS_BETWEEN_POLLS,
      timeout: timeout === undefined ? undefined : timeout * 60,
      follow,
    })
    for (const line of changes.deleted(outcome.parts)) await context.note(line)
    return outcome
  } catch (error) {
    // The cloud continues, whatever ended the wait. Its own errors say so already.
    if (![InterruptedError, OutageError, WaitError].some((kind) => error instanceof kind))
      await context.note(`The operation on plan ${plan} continues in the cloud.\nFollow it with: ${follow}`)
    throw error
  }
}

/** Whether Heat may be at work after the end of a run: some releases end when the stack begins, or the token has expired. */
const heatContinues = (end: End | undefined): boolean =>
  end === undefined || (end.succeeded && !/SUCCESS$|^UNDEPLOYED$/.test(end.deploymentStatus ?? ''))

/** What a run does with a plan. */
export type Task = 'deployment' | 'deletion'

/** OscError with what failed by role and server, unless the run on a plan succeeded. WaitError for a run that timed out. */
export function refuseFailure(
  {end, stack, parts}: Outcome,
  plan: string,
  execution?: string,
  task: Task = 'deployment',
): void {
  const status = asText(stack?.stack_status) ?? ''
  const failed = status.endsWith('FAILED')
  if ((end?.succeeded ?? true) && !failed) return
  if (isTimeout(end) && !failed)
    throw new WaitError(`The ${task} of plan ${plan} timed out, and Heat continues.`, {
      hint: `Follow it with: osc overcloud status --watch --plan ${shellWord(plan)}`,
    })
  // A stack that failed earlier is not why a run failed before it began with the stack.
  const failures = failed ? failuresIn(parts, plan) : []
  const reason = end?.message || asText(stack?.stack_status_reason) || status
  const lines = failures.map(({place, resource, text}) => `  ${[place, resource].filter(Boolean).join(', ')}: ${text}`)
  throw new OscError(
    [`The ${task} of plan ${plan} failed${lines.length > 0 ? '.' : `: ${reason}`}`, ...lines].join('\n'),
    {
      code: 'DeploymentFailed',
      hint: hintFor(failures, plan, execution),
      facts: {name: plan},
    },
  )
}

/** Whether a run ended because it took too long. */
export const isTimeout = (end: End | undefined): boolean => end?.succeeded === false && /timed out/i.test(end.message)

function hintFor([failure, ...others]: readonly Failure[], plan: string, execution: string | undefined): string {
  if (failure?.next && others.length === 0) return `Next: ${failure.next}`
  if (failure || execution === undefined)
    return `Show what failed with: osc overcloud failures --plan ${shellWord(plan)}`
  return `Show the failed tasks with: osc workflow execution report show ${execution}`
}
