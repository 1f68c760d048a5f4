import {type Api, Flags, type JsonObject, Known} from '@osc-cli/core'

/** `--fixed-ip subnet=SUBNET,ip-address=IP`. Read with `fixedIps`. */
export const fixedIpFlag = (description: string, exclusive: string[] = []) =>
  Flags.pairs({
    description,
    helpValue: 'subnet=SUBNET,ip-address=IP-ADDRESS',
    keys: {optional: ['subnet', 'ip-address']},
    exclusive,
  })

/** The addresses as the API names them. */
export const fixedIps = (
  api: Api,
  given: readonly Record<string, string>[] | undefined,
): Promise<JsonObject[]> | undefined =>
  given &&
  Promise.all(
    given.map(async ({subnet, 'ip-address': ip}) => ({
      ...(subnet && {subnet_id: await api(Known.Subnet).id(subnet)}),
      ...(ip !== undefined && {ip_address: ip}),
    })),
  )
