import {asText, type CommandContext, inOrder, type JsonObject, OscError, redactText} from '@osc-cli/core'
import {outputOf, startRun} from '#engine/run'
import {requireWorkflow, Workflow} from '#engine/workflow'
import {DEFAULT_PLAN} from '#plan/plan'
import {LIST_CALLS, listValidations, type Validation, validationsOfGroups} from '#validate/validations'

/** Requests of `runValidations`. */
export const VALIDATE_CALLS = [...LIST_CALLS, 'POST /v2/executions', 'GET /v2/executions/{id}']

/** How a validation ended. */
export interface Result {
  validation: Validation
  status: 'PASSED' | 'FAILED'
  /** What failed, and warnings; a line each. */
  lines: string[]
}

/** Seconds that all validations together may take. */
const TIMEOUT = 600

/** Runs validations on a plan in Mistral, all at the same time; results in their order. */
export async function runValidations(
  context: CommandContext,
  validations: readonly Validation[],
  plan: string,
): Promise<Result[]> {
  const session = await context.session()
  const workflow = await requireWorkflow(session, Workflow.validate)
  const runs = new Map<string, Validation>()
  for (const validation of validations)
    runs.set(await startRun(context, workflow, plan, {validation_name: validation.id, queue_name: ''}), validation)
  const ended = new Map<Validation, Result>()
  await context.waitUntil({
    what: 'validations',
    failed: [],
    timeout: TIMEOUT,
    until: ({done}) => done === true,
    async poll() {
      const unfinished = [...runs].filter(([, validation]) => !ended.has(validation))
      const results = inOrder(unfinished, async ([execution, validation]) =>
        resultOf(validation, await session.get('workflow', `/executions/${execution}`)),
      )
      for await (const result of results) if (result) ended.set(result.validation, result)
      return {status: `${ended.size} of ${validations.length} done`, done: ended.size === validations.length}
    },
  })
  return validations.flatMap((validation) => ended.get(validation) ?? [])
}

function resultOf(validation: Validation, execution: JsonObject): Result | undefined {
  const {state} = execution
  if (state === 'RUNNING' || state === 'IDLE') return undefined
  const values = outputOf(execution)
  const passed = state === 'SUCCESS' && values.status === 'SUCCESS'
  const text = redactText(asText(values.stdout) || (passed ? '' : (asText(execution.state_info)?.split('\n')[0] ?? '')))
  return {validation, status: passed ? 'PASSED' : 'FAILED', lines: text.split('\n').filter(Boolean)}
}

/** OscError with what failed unless all validations of groups pass; warnings are reported on stderr. */
export async function requirePassed(
  context: CommandContext,
  groups: readonly string[],
  plan = DEFAULT_PLAN,
): Promise<void> {
  const all = await listValidations(await context.session())
  const results = await runValidations(context, validationsOfGroups(all, groups), plan)
  for (const {lines, status} of results) if (status === 'PASSED') for (const line of lines) await context.note(line)
  refuseFailed(results)
}

/** OscError that lists the lines of validations that failed, if any did. */
export function refuseFailed(results: readonly Result[]): void {
  const failed = results.filter(({status}) => status === 'FAILED')
  if (failed.length === 0) return
  const lines = failed.flatMap(({validation, lines: texts}) => texts.map((text) => `${validation.name}: ${text}`))
  throw new OscError(
    [`${failed.length} of ${results.length} validations failed${lines.length > 0 ? ':' : '.'}`, ...lines].join('\n  '),
    {code: 'ValidationsFailed', hint: 'Show what a validation checks: osc tripleo validator show VALIDATION'},
  )
}
