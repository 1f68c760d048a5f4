import {readdirSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {type CommandContext, Flags, NotFoundError, readSource, UsageError} from '@osc-cli/core'
import {roleNames} from '#plan/data'
import {PlanFile} from '#plan/files'
import {readFolder, unreadable} from '#plan/folder'
import type {Plan} from '#plan/save'
import {UserFiles} from '#plan/user-files'
import {readYaml} from '#plan/yaml'

/** Options that say what a plan consists of, beside its templates. */
export const planFlags = {
  'plan-environment-file': Flags.string({
    char: 'p',
    description: 'File to use as plan-environment.yaml',
    helpValue: 'FILE',
  }),
  'roles-file': Flags.string({char: 'r', description: 'File to use as roles_data.yaml', helpValue: 'FILE'}),
  'networks-file': Flags.string({char: 'n', description: 'File to use as network_data.yaml', helpValue: 'FILE'}),
  'environment-file': Flags.strings({
    char: 'e',
    description: 'Environment file to add: a local file, or the path of a file of the plan (repeatable)',
    helpValue: 'FILE',
  }),
  'environment-directory': Flags.strings({
    description: 'Folder whose environment files (.yaml) are added, sorted by name (repeatable)',
    helpValue: 'FOLDER',
  }),
  role: Flags.keyValues({description: 'Number of servers of a role (repeatable)', helpValue: 'ROLE=COUNT'}),
  parameter: Flags.keyValues({
    description: 'Value of a parameter; a list or dictionary in YAML or JSON (repeatable)',
    helpValue: 'KEY=VALUE',
  }),
}

/** What options say that a plan consists of. */
export interface PlanInput {
  templates?: string | undefined
  'plan-environment-file'?: string | undefined
  'roles-file'?: string | undefined
  'networks-file'?: string | undefined
  'environment-file'?: string[] | undefined
  'environment-directory'?: string[] | undefined
  role?: {key: string; value: string}[] | undefined
  parameter?: {key: string; value: string}[] | undefined
}

type Context = Pick<CommandContext, 'runtime'>

/** The files of a plan, some of them replaced by files that options name. */
export async function changedFiles(
  {runtime}: Context,
  files: ReadonlyMap<string, Buffer>,
  flags: PlanInput,
): Promise<Map<string, Buffer>> {
  const changed = new Map(files)
  const named = [
    [PlanFile.roles, flags['roles-file']],
    [PlanFile.networks, flags['networks-file']],
    [PlanFile.environment, flags['plan-environment-file']],
  ] as const
  for (const [name, file] of named) if (file !== undefined) changed.set(name, await readSource(file, runtime))
  return changed
}

/** Templates of the folder that an option names, or of another one. */
export async function templatesOf({runtime}: Context, {templates}: PlanInput, fallback: string) {
  const folder = templates === undefined ? fallback : resolve(runtime.cwd, templates)
  return {folder, files: await readFolder(folder)}
}

/** Adds environments, counts of roles and values of parameters to a plan. */
export async function applyFlags(
  context: Context,
  {files, environment}: Plan,
  flags: PlanInput,
  folder: string | undefined,
): Promise<void> {
  const userFiles = new UserFiles(files, context.runtime, folder)
  const directories = (flags['environment-directory'] ?? []).flatMap((path) => environmentsIn(context, path))
  for (const file of [...(flags['environment-file'] ?? []), ...directories])
    environment.addEnvironment(await userFiles.environment(file))
  const values = environment.part('parameter_defaults')
  for (const {key, value} of flags.role ?? []) values.set(`${knownRole(files, key)}Count`, countOf(key, value))
  for (const {key, value} of flags.parameter ?? []) values.set(key, parameterValue(key, value))
}

function environmentsIn({runtime}: Context, path: string): string[] {
  try {
    const names = readdirSync(resolve(runtime.cwd, path)).filter((name) => /\.ya?ml$/.test(name))
    return names.sort().map((name) => join(path, name))
  } catch (cause) {
    throw unreadable(path, cause, 'Specify an existing folder.')
  }
}

function knownRole(files: ReadonlyMap<string, Buffer>, name: string): string {
  const names = roleNames(files)
  if (names.includes(name)) return name
  throw new NotFoundError(`The plan does not use a role ${name}.`, {hint: `Use one of: ${names.join(', ')}`})
}

function countOf(role: string, count: string): number {
  if (/^\d+$/.test(count)) return Number(count)
  throw new UsageError(`Option --role: The count of ${role} is not a whole number: '${count}'.`, {
    hint: `Write it as: --role ${role}=2`,
  })
}

/** Text stays text, so that 012 and yes arrive as they were written. */
const parameterValue = (key: string, value: string) =>
  /^\s*[[{]/.test(value) ? readYaml(`--parameter ${key}`, value) : value

/** A plan's name is also part of the names of servers. UsageError for others. */
export function checkPlanName(name: string): void {
  // A leading dash makes a name an option, and is not allowed in host names.
  if (/^[a-zA-Z0-9][a-zA-Z0-9-]*$/.test(name)) return
  throw new UsageError(`'${name}' cannot be the name of a plan.`, {
    hint: 'Use letters, digits and dashes, and begin with a letter or digit.',
  })
}
