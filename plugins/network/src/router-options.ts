import {Flags, type JsonObject} from '@osc-cli/core'
import {fixedIpFlag} from '#fixed-ip'

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

/** The options that `create` and `set` share, with the external gateway. */
export const routerFlags = {
  ...Flags.choices({distributed: 'Make the router distributed', centralized: 'Make the router centralized'}),
  ...Flags.choices({ha: 'Make the router highly available', 'no-ha': 'Do not make the router highly available'}),
  description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  'external-gateway': Flags.strings({
    description: 'External network that the router uses as its gateway (name or ID; repeatable)',
    helpValue: 'NETWORK',
  }),
  'fixed-ip': fixedIpFlag('Address on the external network (repeatable)'),
  ...Flags.choices({
    'enable-snat': 'Enable source NAT on the external gateway',
    'disable-snat': 'Disable source NAT on the external gateway',
  }),
  ...Flags.choices({'enable-ndp-proxy': 'Enable the NDP proxy', 'disable-ndp-proxy': 'Disable the NDP proxy'}),
  'enable-default-route-bfd': Flags.boolean({description: 'Monitor default routes with BFD'}),
  'disable-default-route-bfd': Flags.boolean({description: 'Do not monitor default routes with BFD'}),
  'enable-default-route-ecmp': Flags.boolean({description: 'Use ECMP default routes if there are several gateways'}),
  'disable-default-route-ecmp': Flags.boolean({description: 'Do not use ECMP default routes'}),
}

/** The extensions that these options require. */
export const routerNeeds = {
  distributed: {extension: 'dvr'},
  centralized: {extension: 'dvr'},
  ha: {extension: 'l3-ha'},
  'no-ha': {extension: 'l3-ha'},
  'qos-policy': {extension: 'qos-gateway-ip'},
  'enable-ndp-proxy': {extension: 'l3-ndp-proxy'},
  'enable-default-route-bfd': {extension: 'external-gateway-multihoming'},
  'disable-default-route-bfd': {extension: 'external-gateway-multihoming'},
  'enable-default-route-ecmp': {extension: 'external-gateway-multihoming'},
  'disable-default-route-ecmp': {extension: 'external-gateway-multihoming'},
}

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
