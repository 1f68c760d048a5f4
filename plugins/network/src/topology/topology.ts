import {type Api, asArray, asObject, asText, type Json, type JsonObject, Known} from '@osc-cli/core'

interface TopologySubnet {
  id: string
  name: string
  cidr: string
}

/** A port that does not belong to a router. */
export interface TopologyPort {
  id: string
  name: string
  status: string
  device_owner: string
  addresses: string[]
}

export interface TopologyNetwork {
  id: string
  name: string
  status: string
  external: boolean
  subnets: TopologySubnet[]
  ports: TopologyPort[]
}

/** A gateway or an interface of a router: the network, and the addresses of the router there. */
interface TopologyLink {
  network_id: string
  addresses: string[]
}

export interface TopologyRouter {
  id: string
  name: string
  status: string
  links: TopologyLink[]
}

/** Networks, and the routers that connect them. */
export interface Topology {
  networks: TopologyNetwork[]
  routers: TopologyRouter[]
}

/** What the caller sees; with a project what belongs to it, and the networks of others that its ports and routers use. */
export async function readTopology(api: Api, projectId: string | undefined): Promise<Topology> {
  const all = (resource: Parameters<Api>[0], query = {}) => Array.fromAsync(api(resource).list(query))
  const [networks, subnets, routers, ports] = await Promise.all([
    all(Known.Network),
    all(Known.Subnet),
    all(Known.Router, {project_id: projectId}),
    all(Known.Port, {project_id: projectId}),
  ])
  const topology: Topology = {
    networks: networks.map((network) => networkOf(network, subnets, ports)),
    routers: routers.map((router) => routerOf(router, ports)),
  }
  if (projectId === undefined) return topology
  const used = new Set([
    ...networks.filter((network) => network.project_id === projectId).map(({id}) => textOf(id)),
    ...topology.networks.filter((network) => network.ports.length > 0).map(({id}) => id),
    ...topology.routers.flatMap(({links}) => links.map((link) => link.network_id)),
  ])
  return {...topology, networks: topology.networks.filter(({id}) => used.has(id))}
}

const textOf = (value: Json | undefined): string => asText(value) ?? ''

function networkOf(network: JsonObject, subnets: readonly JsonObject[], ports: readonly JsonObject[]): TopologyNetwork {
  const isHere = ({network_id: id}: JsonObject) => id === network.id
  return {
    ...namedOf(network),
    external: network['router:external'] === true,
    subnets: subnets
      .filter(isHere)
      .map(({id, name, cidr}) => ({id: textOf(id), name: textOf(name), cidr: textOf(cidr)})),
    ports: ports
      .filter((port) => isHere(port) && !isOfRouter(port))
      .map((port) => ({
        ...namedOf(port),
        device_owner: textOf(port.device_owner),
        addresses: addressesOf(port.fixed_ips),
      })),
  }
}

function routerOf(router: JsonObject, ports: readonly JsonObject[]): TopologyRouter {
  const gateway = asObject(router.external_gateway_info)
  const interfaces = ports.filter(
    (port) => isOfRouter(port) && port.device_id === router.id && port.device_owner !== 'network:router_gateway',
  )
  return {
    ...namedOf(router),
    links: [
      ...(gateway.network_id ? [linkOf(gateway.network_id, gateway.external_fixed_ips)] : []),
      ...interfaces.map((port) => linkOf(port.network_id, port.fixed_ips)),
    ],
  }
}

const namedOf = ({id, name, status}: JsonObject) => ({id: textOf(id), name: textOf(name), status: textOf(status)})

const linkOf = (networkId: Json | undefined, fixedIps: Json | undefined): TopologyLink => ({
  network_id: textOf(networkId),
  addresses: addressesOf(fixedIps),
})

const isOfRouter = ({device_owner: owner}: JsonObject): boolean => textOf(owner).startsWith('network:router_')

const addressesOf = (fixedIps: Json | undefined): string[] =>
  asArray(fixedIps)
    .map((one) => textOf(asObject(one).ip_address))
    .filter((address) => address !== '')
