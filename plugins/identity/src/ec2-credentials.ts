import {type Columns, defineResource, Flags, type JsonObject, type Resource} from '@osc-cli/core'
import {userDomain} from '#flags'
import {pathOf} from '#path'

// https://docs.openstack.org/keystone/latest/api_curl_examples.html, OS-EC2
/** The EC2 credentials of one user; the access key is their ID. */
export const ec2CredentialsOf = (userId: string): Resource =>
  defineResource({
    noun: 'ec2 credentials',
    service: 'identity',
    path: `${pathOf('users', userId)}/credentials/OS-EC2`,
    member: 'credential',
    collection: 'credentials',
    by: 'id',
  })

export const ec2Columns: Columns = {Access: 'access', Secret: 'secret', 'Project ID': 'tenant_id', 'User ID': 'user_id'}

/** This API calls a project `tenant`. Links are printed, as `openstack` does. */
export const ec2Fields = ({tenant_id: project, ...rest}: JsonObject): Columns => {
  const record: JsonObject = {...rest, project_id: project}
  const names = Object.keys(record).sort()
  return Object.fromEntries(names.map((name) => [name, () => record[name]]))
}

export const ec2UserFlags = {
  user: Flags.string({description: 'User that owns them (name or ID; admin only)', helpValue: 'USER'}),
  ...userDomain,
}
