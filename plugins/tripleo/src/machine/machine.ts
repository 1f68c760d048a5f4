import {defineResource, type JsonObject} from '@osc-cli/core'

/** Machines, which Ironic calls nodes. https://docs.openstack.org/api-ref/baremetal/ */
export const Machine = defineResource({
  noun: 'machine',
  service: 'baremetal',
  path: '/nodes',
  collection: 'nodes',
  by: 'id',
  idKey: 'uuid',
  stateKey: 'provision_state',
  newest: '1.82',
})

/** Network cards of machines. */
export const Card = defineResource({
  noun: 'port',
  service: 'baremetal',
  path: '/ports',
  collection: 'ports',
  by: 'id',
  idKey: 'uuid',
  newest: '1.82',
})

/** What messages call a machine. */
export const machineName = ({name, uuid}: JsonObject): string => String(name || uuid)
