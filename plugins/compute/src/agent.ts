import {defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/compute/#guest-agents-os-agents-deprecated: removed from Nova 23 (Wallaby).
export const Agent = defineResource({
  noun: 'compute agent',
  service: 'compute',
  path: '/os-agents',
  member: 'agent',
  collection: 'agents',
  by: 'id',
  idKey: 'agent_id',
})

/** What all of its commands say. */
export const XEN_ONLY = 'Only Nova before version 23 (Wallaby) has agents, and only with the XenAPI driver.'
