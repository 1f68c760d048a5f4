import type {TopologyNetwork, TopologyPort, TopologyRouter} from '#topology/topology'

/** `network public [external]`. */
export const networkWords = (network: TopologyNetwork): string =>
  `network ${nameOf(network)}${facts(network.external && 'external', unusual(network.status))}`

/** `router edge [ERROR]`. */
export const routerWords = (router: TopologyRouter): string =>
  `router ${nameOf(router)}${facts(unusual(router.status))}`

/** `subnet private-v4 10.0.0.0/24`. */
export const subnetWords = (subnet: TopologyNetwork['subnets'][number]): string =>
  `subnet ${nameOf(subnet)} ${onOneLine(subnet.cidr)}`

/** `port web 10.0.0.5 [compute:nova]`. */
export const portWords = ({device_owner: owner, ...port}: TopologyPort): string =>
  `port ${[nameOf(port), ...port.addresses.map(onOneLine)].join(' ')}${facts(owner, unusual(port.status))}`

/** The addresses of a router on a network. */
export const addressWords = (addresses: readonly string[]): string => addresses.map(onOneLine).join(' ')

/** ACTIVE is what people expect, and not said. */
const unusual = (status: string): string => (status === 'ACTIVE' ? '' : status)

function facts(...words: readonly (string | false)[]): string {
  const shown = words.filter((word) => word !== false && word !== '').map(String)
  return shown.length > 0 ? ` [${shown.map(onOneLine).join(', ')}]` : ''
}

const nameOf = ({name, id}: {name: string; id: string}): string => onOneLine(name === '' ? id : name)

/** Names may have line breaks and other control characters, which would break up a drawing. */
const onOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '\ufffd')
