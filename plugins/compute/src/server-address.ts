import {isIP} from 'node:net'
import {asArray, asObject, asText, type JsonObject, OscError, UsageError} from '@osc-cli/core'

const OF_OPTION = new Map([
  ['public', 'floating'],
  ['private', 'fixed'],
])

/** The first address of a server that is of this type, or on the network of this name. */
export function addressOf({name, addresses}: JsonObject, type: string, families: readonly number[]): string {
  const networks = asObject(addresses)
  const all = Object.values(networks).flatMap(asArray)
  const ofType = all.filter((one) => asObject(one)['OS-EXT-IPS:type'] === (OF_OPTION.get(type) ?? type))
  const found = [...(Object.hasOwn(networks, type) ? asArray(networks[type]) : []), ...ofType]
    .map(asObject)
    .find(({version}) => families.includes(Number(version)))
  const address = asText(found?.addr)
  if (address !== undefined) return checked(name, address)
  const known = all.flatMap((one) => asText(asObject(one).addr) ?? [])
  throw new UsageError(`Server ${name} has no ${type} IPv${families.join(' or IPv')} address.`, {
    hint:
      known.length > 0 ? `Its addresses: ${known.join(', ')}. Choose with --address-type.` : 'Attach a network first.',
  })
}

/** ssh would read other text as an option, and options of ssh can run any program. */
function checked(name: JsonObject[string], address: string): string {
  if (isIP(address) > 0) return address
  throw new OscError(
    `The compute service returned an address of server ${name} that is not an IP address: ${address}`,
    {code: 'WrongBody'},
  )
}
