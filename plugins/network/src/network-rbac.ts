import {
  type Api,
  type Columns,
  defineResource,
  Flags,
  fields,
  Known,
  pick,
  projectOf,
  type Resource,
} from '@osc-cli/core'
import {AddressGroup} from '#address-group'
import {AddressScope} from '#address-scope'
import {QosPolicy} from '#qos-policy'
import {SubnetPool} from '#subnet-pool'

// https://docs.openstack.org/api-ref/network/v2/#rbac-policies
export const RbacPolicy = defineResource({
  noun: 'network rbac',
  service: 'network',
  path: '/rbac-policies',
  member: 'rbac_policy',
  collection: 'rbac_policies',
  updateMethod: 'PUT',
  by: 'id',
})

export const rbacFields = fields({
  action: 'action',
  id: 'id',
  object_id: 'object_id',
  object_type: 'object_type',
  project_id: 'project_id',
  target_project_id: 'target_tenant',
})

export const rbacColumns: Columns = pick(rbacFields, {ID: 'id', 'Object Type': 'object_type', 'Object ID': 'object_id'})

export const longRbacColumns: Columns = {...rbacColumns, ...pick(rbacFields, {Action: 'action'})}

export const RBAC_ACTIONS = ['access_as_external', 'access_as_shared']

const OBJECTS: Readonly<Record<string, Resource>> = {
  address_group: AddressGroup,
  address_scope: AddressScope,
  security_group: Known.SecurityGroup,
  subnetpool: SubnetPool,
  qos_policy: QosPolicy,
  network: Known.Network,
}

/** The types of objects that a policy may share. */
export const RBAC_TYPES = Object.keys(OBJECTS)

/** The ID of what a policy shares. */
export async function rbacObjectId(api: Api, type: string, nameOrId: string): Promise<string> {
  const resource = OBJECTS[type]
  return resource ? await api(resource).id(nameOrId) : nameOrId
}

export const targetDomainFlag = {
  'target-project-domain': Flags.string({
    description: 'Domain of the target project (name or ID)',
    helpValue: 'TARGET-PROJECT-DOMAIN',
  }),
}

interface TargetFlags {
  'target-project'?: string | undefined
  'target-project-domain'?: string | undefined
}

/** The ID of the project that the options share with. */
export const targetProject = (api: Api, flags: TargetFlags): Promise<string | undefined> =>
  projectOf(api, {project: flags['target-project'], 'project-domain': flags['target-project-domain']})
