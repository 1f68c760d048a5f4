import {Args, type Columns, defineResource, pick} from '@osc-cli/core'
import {agentFields, NetworkAgent} from '#network-agent'

/** The agents that host a BGP speaker. */
export const SpeakerAgents = defineResource({
  ...NetworkAgent,
  path: '/bgp-speakers/{bgp speaker}/bgp-dragents',
})

/** The BGP speakers that an agent hosts. */
export const AgentSpeakers = defineResource({
  noun: 'bgp speaker',
  service: 'network',
  path: '/agents/{agent}/bgp-drinstances',
  member: 'bgp_speaker',
  collection: 'bgp_speakers',
})

/** Unlike `network agent list`, `openstack` prints the two states as they are. */
export const dragentColumns: Columns = {
  ...pick(agentFields, {
    ID: 'id',
    'Agent Type': 'agent_type',
    Host: 'host',
    'Availability Zone': 'availability_zone',
  }),
  Alive: 'alive',
  State: 'admin_state_up',
  Binary: 'binary',
}

/** The arguments of commands for the speakers of an agent. */
export const agentSpeakerArgs = {
  dragent_id: Args.string({description: 'Dynamic routing agent (ID)', required: true}),
  bgp_speaker: Args.string({description: 'BGP speaker (name or ID)', required: true}),
}
