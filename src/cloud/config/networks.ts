import {asArray, asObject, type Json, type JsonObject} from '#json'

/** The entries of the setting `networks` with everything that openstacksdk takes them to say. */
export const completeNetworks = (networks: Json | undefined): JsonObject[] =>
  asArray(networks)
    .map(asObject)
    .map((network) => {
      const external = isTrue(network.routes_externally)
      return {
        name: network.name,
        routes_externally: external,
        nat_source: isTrue(network.nat_source),
        nat_destination: isTrue(network.nat_destination),
        default_interface: isTrue(network.default_interface),
        routes_ipv4_externally: isTrue(network.routes_ipv4_externally ?? external),
        routes_ipv6_externally: isTrue(network.routes_ipv6_externally ?? external),
      }
    })

const isTrue = (value: Json | undefined): boolean => String(value).toLowerCase() === 'true'
