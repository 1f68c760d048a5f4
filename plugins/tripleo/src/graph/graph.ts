import type {JsonObject} from '@osc-cli/core'
import {text} from '#jinja/text'
import {type Dict, isDict, isList} from '#jinja/values'
import {networksOf, rolesOf} from '#plan/data'
import type {PlanFiles} from '#plan/files'
import type {DeployedServer} from '#state/servers'

/** What a picture of an overcloud shows. */
export interface Graph {
  name: string
  /** Of the deployment: `DEPLOY_SUCCESS`. */
  state: string
  networks: GraphNetwork[]
  roles: GraphRole[]
}

export interface GraphNetwork {
  name: string
  range: string | null
}

export interface GraphRole {
  name: string
  /** Number of servers in the plan. */
  planned: number
  /** Names of the networks that its servers are connected to. */
  networks: string[]
  servers: {number: number; name: string | null; status: string}[]
}

/** The roles, networks and servers of a plan. */
export function overcloudGraph(
  name: string,
  state: string,
  files: PlanFiles,
  values: ReadonlyMap<unknown, unknown>,
  servers: readonly DeployedServer[],
): Graph {
  const networks = networksOf(files)
    .filter((network) => network.get('enabled') !== false)
    .map((network) => ({name: text(network.get('name')), range: rangeOf(network)}))
  return {
    name,
    state,
    networks,
    roles: rolesOf(files).map((role) => ({
      name: text(role.get('name')),
      planned: Number(text(values.get(`${text(role.get('name'))}Count`) ?? role.get('CountDefault') ?? 0)),
      networks: networksOfRole(role, networks),
      servers: servers.filter((one) => one.role === text(role.get('name'))).map(serverOf),
    })),
  }
}

const rangeOf = (network: Dict): string | null => {
  const range = network.get('ip_subnet') ?? network.get('cidr')
  return range ? text(range) : null
}

/** Without a list of its own, a role is connected to the first network. */
function networksOfRole(role: Dict, networks: readonly GraphNetwork[]): string[] {
  const own = role.get('networks')
  if (isDict(own)) return [...own.keys()].map(text)
  if (isList(own)) return own.map(text)
  return networks.slice(0, 1).map(({name}) => name)
}

const serverOf = ({number, server}: DeployedServer): GraphRole['servers'][number] => ({
  number,
  name: typeof server.name === 'string' ? server.name : null,
  status: statusOf(server),
})

const statusOf = ({status}: JsonObject): string => (typeof status === 'string' ? status : 'MISSING')
