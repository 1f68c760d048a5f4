import type {Topology} from '#topology/topology'
import {addressWords, networkWords, portWords, routerWords, subnetWords} from '#topology/words'

/** The topology for Mermaid, which code hosts and documentation tools render. */
export function mermaidOf({networks, routers}: Topology): string {
  const known = new Map(networks.map(({id}, index) => [id, `n${index}`]))
  return [
    'flowchart LR',
    ...networks.flatMap(({ports, subnets, ...network}, index) => [
      `  n${index}(["${[networkWords({...network, ports, subnets}), ...subnets.map(subnetWords)].map(escaped).join('<br>')}"])`,
      ...ports.map((port, at) => `  n${index} --- n${index}p${at}["${escaped(portWords(port))}"]`),
    ]),
    ...routers.flatMap((router, index) => [
      `  r${index}{{"${escaped(routerWords(router))}"}}`,
      ...router.links.flatMap(({network_id, addresses}) => {
        const network = known.get(network_id)
        const label = addresses.length > 0 ? `|"${escaped(addressWords(addresses))}"|` : ''
        return network === undefined ? [] : [`  r${index} ---${label} ${network}`]
      }),
    ]),
  ].join('\n')
}

const escaped = (text: string): string => text.replace(/[&"<>#%{}|`]/g, (char) => `#${char.codePointAt(0)};`)
