import {defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#dhcp-agent-scheduler
export const AgentNetwork = defineResource({
  noun: 'network',
  service: 'network',
  path: '/agents/{agent}/dhcp-networks',
  member: 'network',
  collection: 'networks',
})

// https://docs.openstack.org/api-ref/network/v2/#l3-agent-scheduler
export const AgentRouter = defineResource({
  noun: 'router',
  service: 'network',
  path: '/agents/{agent}/l3-routers',
  member: 'router',
  collection: 'routers',
})

// https://docs.openstack.org/api-ref/network/v2/#list-l3-agents-hosting-a-router
export const RouterAgents = defineResource({
  noun: 'network agent',
  service: 'network',
  path: '/routers/{router}/l3-agents',
  member: 'agent',
  collection: 'agents',
})

// https://docs.openstack.org/api-ref/network/v2/#list-dhcp-agents-hosting-a-network
export const NetworkAgents = defineResource({
  noun: 'network agent',
  service: 'network',
  path: '/networks/{network}/dhcp-agents',
  member: 'agent',
  collection: 'agents',
})
