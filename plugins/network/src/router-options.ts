import {Flags, type JsonObject} from '@osc-cli/core'

interface RouterFlags {
  description?: string | undefined
}

/** `--route destination=CIDR,gateway=IP`. Read with `asRoutes`. */
export const routeFlag = (description: string) =>
  Flags.pairs({
    description,
    helpValue: 'destination=SUBNET,gateway=IP-ADDRESS',
    keys: {required: ['destination', 'gateway']},
  })

/** The attributes that the options of both `create` and `set` name, without the gateway. */
export const routerBody = (flags: RouterFlags & Readonly<Record<string, unknown>>): JsonObject => ({
  description: flags.description,
  admin_state_up: Flags.chosen(flags, {enable: true, disable: false}),
  distributed: Flags.chosen(flags, {distributed: true, centralized: false}),
  ha: Flags.chosen(flags, {ha: true, 'no-ha': false}),
  enable_ndp_proxy: Flags.chosen(flags, {'enable-ndp-proxy': true, 'disable-ndp-proxy': false}),
  enable_default_route_bfd: Flags.chosen(flags, {
    'enable-default-route-bfd': true,
    'disable-default-route-bfd': false,
  }),
  enable_default_route_ecmp: Flags.chosen(flags, {
    'enable-default-route-ecmp': true,
    'disable-default-route-ecmp': false,
  }),
})
