import {defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/compute/#hosts-os-hosts-deprecated: gone since 2.43.
export const Host = defineResource({
  noun: 'host',
  service: 'compute',
  path: '/os-hosts',
  member: 'host',
  collection: 'hosts',
  by: 'id',
})

/** The only microversion that is asked for. */
export const OLDEST = {microversion: '2.1'} as const
