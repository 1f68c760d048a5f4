import {givenText} from '@osc-cli/core'

/** The files of a plan by their path from its top: `overcloud.j2.yaml`, `roles/Controller.yaml`. */
export type PlanFiles = ReadonlyMap<string, Buffer>

/** A file's text; undefined when the plan has no such file, UsageError when it is not UTF-8. */
export function textOf(files: ReadonlyMap<string, Buffer | string>, name: string): string | undefined {
  const content = files.get(name)
  return content === undefined || typeof content === 'string' ? content : givenText(content, name)
}

/** The names that plans give to their files. */
export const PlanFile = {
  roles: 'roles_data.yaml',
  networks: 'network_data.yaml',
  environment: 'plan-environment.yaml',
  capabilities: 'capabilities-map.yaml',
  excludes: 'j2_excludes.yaml',
} as const

/** The texts of a plan that Heat gets with the request, in its container of files. */
export const INLINE_FILES = 'inline-files.json'
/** The values of a plan, as the last of the environment files that Heat gets. */
export const PARAMETERS_FILE = 'plan-parameters.json'
