import type {Routes, SandboxCloud} from '@osc-cli/core/sandbox'
import {neutronCollection, required} from '#sandbox/collection'

/** RBAC policies. */
export const rbacPolicies = (cloud: SandboxCloud): Routes =>
  neutronCollection(cloud, {
    path: '/rbac-policies',
    member: 'rbac_policy',
    collection: 'rbac_policies',
    fields: {object_type: required, object_id: required, action: required, target_tenant: required},
    filters: ['object_type', 'action', 'target_tenant'],
  }).routes
