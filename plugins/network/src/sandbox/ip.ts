import {isIPv4, isIPv6} from 'node:net'

/** An IP address as a number. */
export interface Address {
  value: bigint
  version: 4 | 6
}

/** The addresses of a range in CIDR notation. */
export interface Range {
  first: bigint
  last: bigint
  version: 4 | 6
  prefix: number
}

/** Bits of an address. */
export const BITS = {4: 32, 6: 128} as const
const GROUPS = 8

/** The address that a text is; undefined if it is none. */
export function addressOf(text: string): Address | undefined {
  if (isIPv4(text)) return {version: 4, value: text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n)}
  if (!isIPv6(text)) return undefined
  const [head = [], tail] = text.split('::').map((half) => half.split(':').filter((group) => group !== ''))
  const zeros = Array<string>(GROUPS - head.length - (tail?.length ?? 0)).fill('0')
  const groups = tail ? [...head, ...zeros, ...tail] : head
  return {version: 6, value: groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n)}
}

/** The range that a text such as `10.0.0.0/24` is; undefined if it is none. */
export function rangeOf(cidr: string): Range | undefined {
  const [, address = '', prefix = ''] = /^(.+)\/(\d+)$/.exec(cidr) ?? []
  const found = addressOf(address)
  if (!found || Number(prefix) > BITS[found.version]) return undefined
  return rangeAt(found, Number(prefix))
}

/** The range with this prefix length that an address is in. */
export function rangeAt({value, version}: Address, prefix: number): Range {
  const size = 1n << BigInt(BITS[version] - prefix)
  const first = value - (value % size)
  return {first, last: first + size - 1n, version, prefix}
}

/** An address in its usual form, IPv6 as a URL has it. */
export function addressText(value: bigint, version: 4 | 6): string {
  if (version === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.')
  const groups = Array.from({length: GROUPS}, (_, at) =>
    ((value >> BigInt(16 * (GROUPS - 1 - at))) & 65_535n).toString(16),
  )
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1)
}

export const rangeText = ({first, version, prefix}: Range): string => `${addressText(first, version)}/${prefix}`

/** Whether two ranges have addresses in common. */
export const overlap = (one: Range, other: Range): boolean =>
  one.version === other.version && one.first <= other.last && other.first <= one.last

/** Whether an address is in a range. */
export const contains = (range: Range, {value, version}: Address): boolean =>
  range.version === version && range.first <= value && value <= range.last
