import {type CommandContext, Flags, type JsonObject, type Row, redact} from '@osc-cli/core'
import {objectInput} from '#json-input'

/** `--params` of triggers. */
export const paramsFlag = {
  params: Flags.string({description: 'Workflow parameters: JSON or a file', helpValue: 'PARAMS'}),
}

/** The parameters of a trigger as they are shown. */
export const triggerParams = ({workflow_params: params}: Row) => redact(params ?? null)

/** Input and parameters of the workflow that a trigger starts, as Mistral takes them. */
export async function triggerInput(
  {runtime}: Pick<CommandContext, 'runtime'>,
  input: string | undefined,
  params: string | undefined,
): Promise<JsonObject> {
  const [workflowInput, workflowParams] = await Promise.all([
    objectInput(input, runtime.cwd),
    objectInput(params, runtime.cwd),
  ])
  return {
    ...(workflowInput && {workflow_input: JSON.stringify(workflowInput)}),
    ...(workflowParams && {workflow_params: JSON.stringify(workflowParams)}),
  }
}
