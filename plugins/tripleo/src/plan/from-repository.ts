import {type CommandContext, OscError, shellWord, waitForExecution} from '@osc-cli/core'
import {endByState, endIn, messagesOf, startRun} from '#engine/run'
import {queueOf} from '#engine/running'
import {findWorkflow, Workflow} from '#engine/workflow'
import {refuseExisting} from '#plan/create'
import {isPlan, planContainers} from '#plan/plan'

/** Requests of `createFromRepository`. */
export const REPOSITORY_CALLS = [
  'HEAD /v1/{account}/{container}',
  'GET /v2/workflows',
  'POST /v2/executions',
  'GET /v2/executions',
  'GET /v2/executions/{id}',
]

/**
 * Has the workflow of tripleo-common create a plan from the templates of a Git repository. OscError when Mistral does not
 * have the workflow, or when it fails. ConflictError when the plan exists.
 */
export async function createFromRepository(
  context: CommandContext,
  plan: string,
  url: string,
  {passwords}: {passwords: boolean},
): Promise<void> {
  const session = await context.session()
  const workflow = await findWorkflow(session, Workflow.createPlan)
  if (!workflow?.inputs.includes('source_url'))
    throw new OscError(`Mistral does not have the workflow ${Workflow.createPlan}, which reads Git repositories.`, {
      code: 'NoWorkflows',
      hint: `Clone the repository, then use: osc overcloud plan create --templates FOLDER ${shellWord(plan)}`,
    })
  await refuseExisting(session, plan)
  await hidePassword(context, url)
  const id = await startRun(context, workflow, plan, {
    source_url: url,
    generate_passwords: passwords,
    queue_name: await queueOf(session),
  })
  const execution = await waitForExecution(context, id, {what: `plan ${plan}`})
  const messages = await messagesOf(session, id)
  const end = messages.map((message) => endIn(message, id)).find(Boolean) ?? endByState(execution)
  if (!end?.succeeded) {
    // The workflow does not delete what it created.
    if (isPlan(await planContainers(session, plan).plan.headers()))
      await context.note(
        `Plan ${plan} is incomplete.\nDelete it with: ${context.runtime.program} overcloud plan delete ${shellWord(plan)}`,
      )
    throw new OscError(`Plan ${plan} was not created: ${end?.message || 'the workflow does not give a reason.'}`, {
      hint: `Show the failed tasks with: osc workflow execution report show ${id}`,
    })
  }
  await context.note(`Plan ${plan} was created.`)
}

/** Mistral repeats the input of an execution, and so the password of a URL, in each answer. */
async function hidePassword({runtime}: CommandContext, url: string): Promise<void> {
  if (!URL.canParse(url)) return
  const {password} = new URL(url)
  if (password) (await runtime.trace()).secret(decodeURIComponent(password))
}
