import {type CommandContext, shellWord} from '@osc-cli/core'
import {checkWithHeat} from '#plan/check'
import type {Container} from '#plan/container'
import type {PlanEnvironment} from '#plan/environment'
import {INLINE_FILES, PlanFile} from '#plan/files'
import {createPassword, missingPasswords} from '#plan/passwords'
import {PLAN_HEADERS, planContainers} from '#plan/plan'
import {renderPlan} from '#plan/render'
import {type Resolved, resolvePlan} from '#plan/resolve'
import {replaceObjects} from '#plan/upload'
import {allValues} from '#plan/values'

/** A plan as it will be stored. */
export interface Plan {
  files: Map<string, Buffer>
  environment: PlanEnvironment
}

export interface Prepared {
  files: Map<string, Buffer | string>
  resolved: Resolved
}

/** Renders and resolves a plan, and creates the passwords that it lacks. Nothing is sent. */
export async function preparePlan(
  context: Pick<CommandContext, 'note'>,
  {files, environment}: Plan,
  {passwords = true} = {},
): Promise<Prepared> {
  const all = new Map<string, Buffer | string>([...files, ...renderPlan(files)])
  const resolved = resolvePlan(all, environment.template, environment.environments)
  if (passwords) {
    const {created, special} = missingPasswords(resolved.files, allValues(all, environment))
    for (const name of created) environment.part('passwords').set(name, createPassword())
    if (special.length > 0)
      await context.note(
        `The plan has no value for ${special.join(', ')}. Set with: osc overcloud plan set ${shellWord(environment.name)} --parameter KEY=VALUE`,
      )
  }
  all.set(PlanFile.environment, environment.text())
  return {files: all, resolved}
}

/** Requests of the commands that change a plan. */
export const CHANGE_CALLS = [
  'HEAD /v1/{account}/{container}',
  'GET /v1/{account}/{container}',
  'GET /v1/{account}/{container}/{object}',
  'POST /v1/{project_id}/validate',
  'PUT /v1/{account}/{container}',
  'PUT /v1/{account}/{container}/{object}',
  'DELETE /v1/{account}/{container}/{object}',
  'DELETE /v1/{account}/{container}',
]

/** Stores a plan that exists with its changes. */
export async function changePlan(
  context: Pick<CommandContext, 'session' | 'progress' | 'note'>,
  plan: Plan,
  options: {passwords?: boolean} = {},
): Promise<void> {
  await storePlan(context, plan.environment, await preparePlan(context, plan, options))
  await context.note(`Plan ${plan.environment.name} was changed.`)
}

/** Has Heat validate a prepared plan, and stores it. */
export async function storePlan(
  context: Pick<CommandContext, 'session' | 'progress'>,
  environment: PlanEnvironment,
  {files, resolved}: Prepared,
): Promise<void> {
  const session = await context.session()
  const {plan, files: used} = planContainers(session, environment.name)
  const inline = JSON.stringify(Object.fromEntries(resolved.texts))
  await context.progress('Heat validates the templates')
  await checkWithHeat(session, environment, resolved)
  await send(context, used, new Map([...resolved.files, [INLINE_FILES, inline]]))
  await send(context, plan, files)
  // Only a container with all files is marked as a plan.
  await plan.put(PLAN_HEADERS)
  await context.progress('')
}

async function send(
  context: Pick<CommandContext, 'progress'>,
  container: Container,
  files: ReadonlyMap<string, Buffer | string>,
): Promise<void> {
  await container.put()
  await replaceObjects(container, files, (done, of) =>
    context.progress(`Uploading ${container.name}: ${done} of ${of} files`),
  )
}
