import {type Columns, defineResource, fields} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#routers-conntrack-helper-ct-target-rules
export const ConntrackHelper = defineResource({
  noun: 'network l3 conntrack helper',
  service: 'network',
  path: '/routers/{router}/conntrack_helpers',
  member: 'conntrack_helper',
  collection: 'conntrack_helpers',
  updateMethod: 'PUT',
  by: 'id',
})

export const conntrackFields = fields({
  helper: 'helper',
  id: 'id',
  name: 'name',
  port: 'port',
  protocol: 'protocol',
})

/** The columns of the helpers of one router. */
export const conntrackColumns = (router: string): Columns => ({
  ID: 'id',
  'Router ID': () => router,
  Helper: 'helper',
  Protocol: 'protocol',
  Port: 'port',
})

/** What the options of `create`, `set` and `list` have in common. */
export const conntrackOptions = {
  helper: {description: 'Netfilter conntrack helper module', helpValue: 'HELPER'},
  protocol: {description: 'Network protocol', helpValue: 'PROTOCOL'},
  port: {description: 'Network port', helpValue: 'PORT'},
}
