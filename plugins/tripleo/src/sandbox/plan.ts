import {asArray, asObject, asText, decodeJson, type JsonObject} from '@osc-cli/core'
import {toJson} from '#plan/json'
import {readYaml} from '#plan/yaml'
import {type Clients, stackIn} from '#sandbox/clients'

/** The environment of a plan; undefined when the plan does not exist. */
export async function environmentOf(plan: string, cloud: Clients): Promise<JsonObject | undefined> {
  const text = await cloud.object(`${plan}/plan-environment.yaml`)
  return text === undefined ? undefined : asObject(decodeJson(text))
}

/** What a plan wants of a role. */
export interface Role {
  name: string
  count: number
  image: string
  flavor: string
}

/** The roles of a plan with its values. */
export async function rolesOf(plan: string, cloud: Clients): Promise<Role[]> {
  const values = asObject((await environmentOf(plan, cloud))?.parameter_defaults)
  const file = `${plan}/roles_data.yaml`
  const roles = asArray(toJson(readYaml(file, (await cloud.object(file)) ?? '[]'))).map(asObject)
  return roles.map(({name, CountDefault: count, ImageDefault: image, FlavorDefault: flavor}) => ({
    name: String(name),
    count: Number(values[`${name}Count`] ?? count ?? 0),
    image: asText(values[`${name}Image`] ?? image) ?? 'overcloud',
    flavor: asText(values[`${name}Flavor`] ?? flavor) ?? 'baremetal',
  }))
}

/** How many servers of each role a deployment of a plan adds. */
export async function addedServers(plan: string, cloud: Clients): Promise<Role[]> {
  const stack = await stackIn(cloud, plan)
  const answer = stack && (await cloud.heat('GET', `/stacks/${plan}/${stack.id}?resolve_outputs=false`))
  const deployed = asObject(asObject(answer?.stack).parameters)
  const roles = await rolesOf(plan, cloud)
  return roles.map((role) => ({...role, count: Math.max(0, role.count - Number(deployed[`${role.name}Count`] ?? 0))}))
}

/** The request for the stack of a plan. With roles, parameters of all others keep their deployed values. */
export async function stackBody(
  name: string,
  plan: JsonObject,
  cloud: Clients,
  deployed?: {id: string; roles: readonly string[]},
): Promise<JsonObject> {
  const files: JsonObject = asObject(decodeJson((await cloud.object(`${name}-files/inline-files.json`)) ?? '{}'))
  for (const {name: file} of await cloud.objects(`${name}-files`))
    files[String(file)] = (await cloud.object(`${name}-files/${file}`)) ?? ''
  const wanted = {...asObject(plan.passwords), ...asObject(plan.parameter_defaults)}
  const values =
    deployed && deployed.roles.length > 0
      ? await mixed(wanted, name, cloud, {id: deployed.id, roles: deployed.roles})
      : wanted
  return {
    stack_name: name,
    template: files[String(plan.template ?? 'overcloud.yaml')] ?? null,
    files: {...files, 'plan-parameters.json': JSON.stringify({parameter_defaults: values})},
    environment_files: [...asArray(plan.environments).map((one) => String(asObject(one).path)), 'plan-parameters.json'],
  }
}

/** Wanted values of some roles, and the deployed ones of all others. */
async function mixed(
  wanted: JsonObject,
  name: string,
  cloud: Clients,
  {id, roles}: {id: string; roles: readonly string[]},
): Promise<JsonObject> {
  const environment = await cloud.heat('GET', `/stacks/${name}/${id}/environment`)
  const isTheirs = ([key]: [string, unknown]) => roles.some((role) => key.startsWith(role))
  return {
    ...asObject(environment.parameter_defaults),
    ...Object.fromEntries(Object.entries(wanted).filter(isTheirs)),
  }
}
