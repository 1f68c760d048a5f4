import {NotFoundError, shellWord} from '@osc-cli/core'
import type {PlanEnvironment} from '#plan/environment'
import type {DeployedServer} from '#state/servers'

/** Servers by their ID, name, or ROLE:NUMBER. NotFoundError for one that the plan does not have. */
export function chosenServers(
  servers: readonly DeployedServer[],
  names: readonly string[],
  plan: string,
): DeployedServer[] {
  const found = names.map((name) => {
    const server = servers.find(
      (one) => one.id === name || one.server.name === name || `${one.role}:${one.number}` === name,
    )
    if (server) return server
    throw new NotFoundError(`No server with a name or ID of '${name}' exists in plan ${plan}.`, {
      hint: `List its servers with: osc overcloud server list --plan ${shellWord(plan)}`,
    })
  })
  return [...new Set(found)]
}

const POLICIES = 'RemovalPolicies'

/** Changes a plan so that a deployment removes these servers: the numbers of their roles, and which ones go. */
export function removeServers(
  environment: PlanEnvironment,
  servers: readonly DeployedServer[],
  removed: readonly DeployedServer[],
): void {
  const values = environment.part('parameter_defaults')
  for (const [role, going] of Map.groupBy(removed, (one) => one.role)) {
    const deployed = servers.filter((one) => one.role === role).length
    values.set(`${role}Count`, deployed - going.length)
    values.set(`${role}${POLICIES}`, [new Map([['resource_list', going.map(({number}) => String(number))]])])
  }
}

/** Forgets which servers went: Heat does not use their numbers again, and the next time others may go. */
export function forgetRemoval(environment: PlanEnvironment, roles: Iterable<string>): void {
  const values = environment.part('parameter_defaults')
  for (const role of new Set(roles)) values.delete(`${role}${POLICIES}`)
}
