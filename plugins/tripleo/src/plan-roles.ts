import {type CommandContext, Flags, givenText, type JsonObject, NotFoundError, shellWord} from '@osc-cli/core'
import {planOption} from '#deploy-flags'
import {type Dict, isList} from '#jinja/values'
import {rolesOf} from '#plan/data'
import {PlanFile} from '#plan/files'
import {toJson} from '#plan/json'
import {findPlan} from '#plan/plan'
import {roleIn} from '#role-folder'

/** Option of the commands that read the roles of a plan. */
export const planNameFlag = {name: Flags.string(planOption)}

/** Roles that a plan has files for, sorted by name. */
export async function availableRoles(context: Pick<CommandContext, 'session'>, name: string): Promise<Dict[]> {
  const plan = await findPlan(await context.session(), name)
  const names = (await plan.list()).map((object) => object.name).filter((file) => /^roles\/[^/]+\.yaml$/.test(file))
  const files = await plan.readAll(names)
  return byName([...files].map(([file, content]) => roleIn(file, givenText(content, file))))
}

/** Roles that a plan uses, sorted by name. */
export async function currentRoles(context: Pick<CommandContext, 'session'>, name: string): Promise<Dict[]> {
  const plan = await findPlan(await context.session(), name)
  return byName(rolesOf(await plan.readAll([PlanFile.roles])))
}

/** One role that a plan has a file for. */
export async function availableRole(
  context: Pick<CommandContext, 'session'>,
  name: string,
  role: string,
): Promise<Dict> {
  const found = (await availableRoles(context, name)).find((one) => one.get('name') === role)
  if (found) return found
  throw new NotFoundError(`The plan ${name} does not have a role ${role}.`, {
    hint: `List its roles with: osc overcloud roles list --name ${shellWord(name)}`,
  })
}

const byName = (roles: Dict[]) => roles.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
const nameOf = (role: Dict) => String(role.get('name'))

/** A role as a record, with its services in one text. */
export function roleRecord(role: Dict): JsonObject {
  const services = role.get('ServicesDefault')
  return {
    ...Object.fromEntries([...role].map(([key, value]) => [String(key), toJson(value)])),
    ...(isList(services) && {ServicesDefault: services.map(String).sort().join('\n')}),
  }
}
