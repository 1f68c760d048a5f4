import {Pictures} from '@osc-cli/core'
import type {Topology, TopologyNetwork, TopologyRouter} from '#topology/topology'
import {addressWords, networkWords, portWords, routerWords, subnetWords} from '#topology/words'

/**
 * The topology as trees: a network has its subnets, ports and routers below it, a router the other networks that it
 * connects. External networks come first; what is drawn already shows only its name.
 */
export function textOf({networks, routers}: Topology): string {
  const drawn = new Set<string>()

  const network = (one: TopologyNetwork, from?: TopologyRouter, addresses: readonly string[] = []): Pictures.Branch => {
    const text = [networkWords(one), addressWords(addresses)].filter(Boolean).join(' ')
    if (drawn.has(one.id)) return {text: `${text} (above)`}
    drawn.add(one.id)
    const attached = routers.flatMap((other) =>
      other.links.filter((link) => other !== from && link.network_id === one.id).map((link) => ({other, link})),
    )
    return {
      text,
      below: [
        ...one.subnets.map((subnet) => ({text: subnetWords(subnet)})),
        ...one.ports.map((port) => ({text: portWords(port)})),
        ...attached.map(({other, link}) => router(other, one, link.addresses)),
      ],
    }
  }

  const router = (one: TopologyRouter, from?: TopologyNetwork, addresses: readonly string[] = []): Pictures.Branch => {
    const text = [routerWords(one), addressWords(addresses)].filter(Boolean).join(' ')
    if (drawn.has(one.id)) return {text: `${text} (above)`}
    drawn.add(one.id)
    const below = one.links.flatMap((link) => {
      const other = networks.find(({id}) => id === link.network_id)
      return other === undefined || other === from ? [] : [network(other, one, link.addresses)]
    })
    return {text, below}
  }

  const outside = [...networks.filter(({external}) => external), ...networks.filter(({external}) => !external)]
  const trees: Pictures.Branch[] = []
  for (const one of outside) if (!drawn.has(one.id)) trees.push(network(one))
  for (const one of routers) if (!drawn.has(one.id)) trees.push(router(one))
  return Pictures.treeText(trees)
}
