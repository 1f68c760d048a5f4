import type {Pictures} from '@osc-cli/core'
import type {Topology, TopologyNetwork} from '#topology/topology'
import {addressWords, networkWords, portWords, routerWords, subnetWords} from '#topology/words'

/** The topology as Graphviz and Mermaid draw it. */
export function diagramOf({networks, routers}: Topology): Pictures.Diagram {
  const known = new Set(networks.map(({id}) => id))
  return {
    name: 'topology',
    undirected: true,
    nodes: [
      ...networks.flatMap(networkNodes),
      ...routers.map((router) => ({key: router.id, label: [routerWords(router)], shape: 'diamond' as const})),
    ],
    edges: [
      ...networks.flatMap(({id, ports}) => ports.map((port) => ({from: id, to: port.id}))),
      ...routers.flatMap(({id, links}) =>
        links
          .filter((link) => known.has(link.network_id))
          .map(({network_id, addresses}) => ({
            from: id,
            to: network_id,
            ...(addresses.length > 0 && {label: addressWords(addresses)}),
          })),
      ),
    ],
  }
}

const networkNodes = (network: TopologyNetwork): Pictures.DiagramNode[] => [
  {key: network.id, label: [networkWords(network), ...network.subnets.map(subnetWords)], shape: 'round'},
  ...network.ports.map((port) => ({key: port.id, label: [portWords(port)]})),
]
