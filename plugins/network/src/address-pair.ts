import {Flags, type JsonObject} from '@osc-cli/core'

/** `--allowed-address ip-address=IP[,mac-address=MAC]`. Read with `addressPairs`. */
export const addressPairFlag = (description: string) =>
  Flags.pairs({
    description,
    helpValue: 'ip-address=IP-ADDRESS[,mac-address=MAC-ADDRESS]',
    keys: {required: ['ip-address'], optional: ['mac-address']},
  })

/** The pairs as the API names them. */
export const addressPairs = (given: readonly Record<string, string>[] | undefined): JsonObject[] | undefined =>
  given?.map(({'ip-address': ip, 'mac-address': mac}) => ({
    ip_address: ip,
    ...(mac !== undefined && {mac_address: mac}),
  }))
