import {defineResource, fields} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/compute/#keypairs-keypairs
export const Keypair = defineResource({
  noun: 'keypair',
  service: 'compute',
  path: '/os-keypairs',
  member: 'keypair',
  collection: 'keypairs',
  by: 'id',
  idKey: 'name',
  newest: '2.35',
})

export const keypairFields = fields({
  created_at: 'created_at',
  fingerprint: 'fingerprint',
  id: 'name',
  is_deleted: 'deleted',
  name: 'name',
  type: ({type}) => type ?? 'ssh',
  user_id: 'user_id',
})
