import {type Api, Flags, type JsonObject} from '@osc-cli/core'
import {Segment} from '#network-segment'

interface SubnetFlags {
  'network-segment'?: string | undefined
  description?: string | undefined
}

/** The attributes that the options of both `create` and `set` name, without lists and the gateway. */
export const subnetBody = async (
  api: Api,
  flags: SubnetFlags & Readonly<Record<string, unknown>>,
): Promise<JsonObject> => ({
  segment_id: flags['network-segment'] === undefined ? undefined : await api(Segment).id(flags['network-segment']),
  enable_dhcp: Flags.chosen(flags, {dhcp: true, 'no-dhcp': false}),
  dns_publish_fixed_ip: Flags.chosen(flags, {'dns-publish-fixed-ip': true, 'no-dns-publish-fixed-ip': false}),
  description: flags.description,
})

/** `destination=CIDR,gateway=IP` as the API names it. */
export const asRoutes = (given: readonly Record<string, string>[] | undefined): JsonObject[] | undefined =>
  given?.map(({gateway, ...route}) => ({...route, nexthop: gateway}))
