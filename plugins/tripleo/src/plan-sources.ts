import type {CommandContext} from '@osc-cli/core'
import {environmentOf} from '#plan/environment'
import type {Plan} from '#plan/save'
import {applyFlags, changedFiles, type PlanInput, templatesOf} from '#plan-flags'
import {starterFolder} from '#starter'

type Context = Pick<CommandContext, 'runtime'>

/** A plan from the templates of a folder, by default the starter plan, and other options. */
export async function newPlan(context: Context, name: string, flags: PlanInput): Promise<Plan> {
  const {folder, files: templates} = await templatesOf(context, flags, starterFolder)
  const files = await changedFiles(context, templates, flags)
  const environment = environmentOf(files, name)
  await applyFlags(context, {files, environment}, flags, folder)
  return {files, environment}
}

/** A stored plan with the changes that options ask for. */
export async function changedPlan(context: Context, stored: Plan, flags: PlanInput): Promise<Plan> {
  const kept = flags.templates === undefined ? stored.files : userFilesOf(stored.files)
  const folder = flags.templates === undefined ? undefined : await templatesOf(context, flags, flags.templates)
  const files = await changedFiles(context, new Map([...(folder?.files ?? []), ...kept]), flags)
  const isReplaced = flags['plan-environment-file'] !== undefined
  const environment = isReplaced ? environmentOf(files, stored.environment.name) : stored.environment
  keepPasswords(stored, environment)
  await applyFlags(context, {files, environment}, flags, folder?.folder)
  return {files, environment}
}

/** Gives the passwords of a stored plan to another environment of it. */
export function keepPasswords(stored: Plan, environment: Plan['environment']): void {
  for (const [key, value] of stored.environment.part('passwords')) environment.part('passwords').set(key, value)
}

/** What a plan keeps when its templates are replaced. */
const userFilesOf = (files: ReadonlyMap<string, Buffer>): Map<string, Buffer> =>
  new Map([...files].filter(([name]) => name.startsWith('user-files/')))
