import {OscError} from '@osc-cli/core'
import {type Dict, isDict} from '#jinja/values'
import {PlanFile, type PlanFiles, textOf} from '#plan/files'
import {checkNetworks} from '#plan/networks'
import {checkRoles} from '#plan/roles'
import {readYaml} from '#plan/yaml'

/** The roles of a plan, from its `roles_data.yaml`. */
export function rolesOf(files: PlanFiles): Dict[] {
  const text = textOf(files, PlanFile.roles)
  if (text === undefined)
    throw new OscError(`The plan has no ${PlanFile.roles}.`, {
      hint: 'Write one with: osc overcloud roles generate Controller Compute -o roles_data.yaml',
    })
  const roles = dictsOf(PlanFile.roles, readYaml(PlanFile.roles, text))
  checkRoles(PlanFile.roles, roles)
  return roles
}

/** Names of the roles of a plan. */
export const roleNames = (files: PlanFiles): string[] => rolesOf(files).map((role) => String(role.get('name')))

/** The networks of a plan, from its `network_data.yaml`; enabled ones have a `name_lower`, all have their number in `idx`. */
export function networksOf(files: PlanFiles): Dict[] {
  const networks = dictsOf(PlanFile.networks, readYaml(PlanFile.networks, textOf(files, PlanFile.networks) ?? ''))
  checkNetworks(PlanFile.networks, networks)
  for (const [index, network] of networks.entries()) {
    network.set('idx', index)
    if (network.get('enabled') !== false && !network.get('name_lower'))
      network.set('name_lower', String(network.get('name')).toLowerCase())
  }
  return networks
}

function dictsOf(file: string, value: unknown): Dict[] {
  const items = value ?? []
  if (!Array.isArray(items)) throw new OscError(`${file}: Expected a list.`)
  const wrong = items.findIndex((item) => !isDict(item))
  if (wrong >= 0) throw new OscError(`${file}: Item ${wrong + 1} is not a dictionary.`)
  return items
}
