import type {Topology, TopologyNetwork} from '#topology/topology'
import {addressWords, networkWords, portWords, routerWords, subnetWords} from '#topology/words'

/** The topology for Graphviz. */
export function dotOf({networks, routers}: Topology): string {
  const known = new Set(networks.map(({id}) => id))
  return [
    'graph topology {',
    '  node [shape=box];',
    ...networks.flatMap(networkLines),
    ...routers.flatMap((router) => [
      `  ${quoted(router.id)} [label=${quoted(routerWords(router))}, shape=diamond];`,
      ...router.links
        .filter((link) => known.has(link.network_id))
        .map(
          (link) =>
            `  ${quoted(router.id)} -- ${quoted(link.network_id)} [label=${quoted(addressWords(link.addresses))}];`,
        ),
    ]),
    '}',
  ].join('\n')
}

function networkLines(network: TopologyNetwork): string[] {
  const label = [networkWords(network), ...network.subnets.map(subnetWords)].join('\n')
  return [
    `  ${quoted(network.id)} [label=${quoted(label)}, shape=ellipse];`,
    ...network.ports.flatMap((port) => [
      `  ${quoted(port.id)} [label=${quoted(portWords(port))}];`,
      `  ${quoted(network.id)} -- ${quoted(port.id)};`,
    ]),
  ]
}

const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
