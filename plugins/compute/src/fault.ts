import {asObject, asText, type JsonObject} from '@osc-cli/core'

/** Why a server failed. Where no host fits, also what the scheduler was asked for. */
export function faultOf(server: JsonObject, requested: readonly string[] = []): string | undefined {
  const message = asText(asObject(server.fault).message)
  if (message === undefined || !/no valid host/i.test(message)) return message
  const wanted = [...flavorOf(server), ...requested]
  return wanted.length > 0 ? `${message} Requested: ${wanted.join('; ')}.` : message
}

/** The flavor of a server since microversion 2.47, with all that limits the hosts. */
function flavorOf(server: JsonObject): string[] {
  const {original_name: name, vcpus, ram, disk, extra_specs: specs} = asObject(server.flavor)
  if (name === undefined) return []
  const properties = Object.entries(asObject(specs)).map(([key, value]) => `${key}=${value}`)
  return [
    `flavor ${name} with ${vcpus} vCPUs, ${ram} MiB of RAM, ${disk} GiB of disk`,
    ...(properties.length > 0 ? [`flavor properties ${properties.join(', ')}`] : []),
  ]
}
