import {Args} from '@osc-cli/core'

const bgpvpn = Args.string({description: 'BGP VPN (name or ID)', required: true})

/** The argument of commands for all associations of a BGP VPN. */
export const bgpvpnArgs = {bgpvpn}

/** The arguments of commands that associate something with a BGP VPN. */
export const associateArgs = (thing: string) => ({
  bgpvpn,
  resource: Args.string({description: `${thing} (name or ID)`, required: true}),
})

/** The arguments of commands for one association. */
export const associationArgs = {
  association_id: Args.string({description: 'Association (ID)', required: true}),
  bgpvpn,
}

/** The arguments of commands for several associations. */
export const associationsArgs = {
  association_ids: Args.string({description: 'Associations (IDs)', required: true, multiple: true}),
  bgpvpn,
}
