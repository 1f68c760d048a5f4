import {asArray, asObject, asText, type JsonObject, UsageError} from '@osc-cli/core'

const OF_OPTION: Readonly<Record<string, string>> = {public: 'floating', private: 'fixed'}

/** The first address of a server that is of this type, or on the network of this name. */
export function addressOf({name, addresses}: JsonObject, type: string, families: readonly number[]): string {
  const networks = asObject(addresses)
  const all = Object.values(networks).flatMap(asArray)
  const ofType = all.filter((one) => asObject(one)['OS-EXT-IPS:type'] === (OF_OPTION[type] ?? type))
  const found = [...asArray(networks[type]), ...ofType]
    .map(asObject)
    .find(({version}) => families.includes(Number(version)))
  const address = asText(found?.addr)
  if (address !== undefined) return address
  const known = all.flatMap((one) => asText(asObject(one).addr) ?? [])
  throw new UsageError(`Server ${name} has no ${type} IPv${families.join(' or IPv')} address.`, {
    hint:
      known.length > 0 ? `Its addresses: ${known.join(', ')}. Choose with --address-type.` : 'Attach a network first.',
  })
}
