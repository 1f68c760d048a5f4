import {Args, Flags, UsageError} from '@osc-cli/core'

const agent_id = Args.string({description: 'Agent (ID)', required: true})

/** The arguments of commands for the networks of an agent. */
export const agentNetworkArgs = {
  agent_id,
  network: Args.string({description: 'Network (name or ID)', required: true}),
}

/** The arguments of commands for the routers of an agent. */
export const agentRouterArgs = {
  agent_id,
  router: Args.string({description: 'Router (name or ID)', required: true}),
}

export const dhcpFlag = {dhcp: Flags.boolean({description: 'Use a DHCP agent'})}

/** UsageError without `--dhcp`, which `openstack` needs to send a request at all. */
export function requireDhcp({dhcp}: {dhcp: boolean}): void {
  if (!dhcp) throw new UsageError('Option --dhcp is required.', {hint: 'Add --dhcp: only DHCP agents host networks.'})
}

export const l3Flag = {l3: Flags.boolean({description: 'Use an L3 agent'})}

/** UsageError without `--l3`, which `openstack` needs to send a request at all. */
export function requireL3({l3}: {l3: boolean}): void {
  if (!l3) throw new UsageError('Option --l3 is required.', {hint: 'Add --l3: only L3 agents host routers.'})
}

/** `--ha-chassis-priority` of `add router` and `router set`, which requires it. */
export const priorityOption = {description: 'Priority of the gateway chassis', helpValue: 'HA-CHASSIS-PRIORITY'}
