import {type CommandContext, ConflictError, type Session, shellWord} from '@osc-cli/core'
import {isPlan, planContainers} from '#plan/plan'
import {type Plan, type Prepared, storePlan} from '#plan/save'

/** Requests of `createPlan`. */
export const CREATE_CALLS = [
  'HEAD /v1/{account}/{container}',
  'POST /v1/{project_id}/validate',
  'GET /v1/{account}/{container}',
  'PUT /v1/{account}/{container}',
  'PUT /v1/{account}/{container}/{object}',
  'DELETE /v1/{account}/{container}/{object}',
  'DELETE /v1/{account}/{container}',
]

/** ConflictError when a plan, or another container, has a name. */
export async function refuseExisting(session: Session, name: string): Promise<void> {
  const headers = await planContainers(session, name).plan.headers()
  if (isPlan(headers))
    throw new ConflictError(`The plan ${name} already exists.`, {
      hint: `Change it with: osc overcloud plan set ${shellWord(name)} --parameter KEY=VALUE`,
    })
  if (headers)
    throw new ConflictError(`A container named ${name} exists, which is not a plan.`, {hint: 'Choose another name.'})
}

/** Stores a new plan. Nothing of it remains after a failure. ConflictError when a container of the plan exists. */
export async function createPlan(
  context: Pick<CommandContext, 'session' | 'progress' | 'note'>,
  {environment}: Plan,
  prepared: Prepared,
): Promise<void> {
  const {name} = environment
  const session = await context.session()
  const {plan, files} = planContainers(session, name)
  await refuseExisting(session, name)
  // Its objects would be deleted, as the container holds only what Heat reads.
  if (await files.headers())
    throw new ConflictError(`A container named ${files.name} exists, which does not belong to a plan.`, {
      hint: 'Choose another name.',
    })
  try {
    await storePlan(context, environment, prepared)
  } catch (error) {
    for (const container of [files, plan]) await container.destroy()
    throw error
  }
  await context.note(`Plan ${name} was created.`)
}
