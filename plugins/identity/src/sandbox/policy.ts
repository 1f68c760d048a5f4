import type {Call} from '@osc-cli/core/sandbox'
import {forbiddenAction} from '#sandbox/failures'

/** The target of an action, which rules compare with the caller. */
export interface Target {
  /** The user of the target: the owner of a credential, the user that is shown. */
  userId?: string | undefined
  /** The domain of the target; undefined if there are several. */
  domainId?: string | undefined
  projectId?: string | undefined
  /** Trustor and trustee of a trust. */
  userIds?: readonly string[]
  /** The domain that is shown, for callers whose project is in it. */
  projectDomainOf?: {own: string | undefined; wanted: string}
}

type Rule = (call: Call, target: Target) => boolean

const has =
  (role: string): Rule =>
  (call) =>
    call.caller.roles.includes(role)
const any =
  (...rules: Rule[]): Rule =>
  (call, target) =>
    rules.some((rule) => rule(call, target))

const anybody: Rule = () => true
const admin = has('admin')
const systemReader: Rule = ({caller}) => caller.system === true && caller.roles.includes('reader')
const systemAdmin: Rule = ({caller}) => caller.system === true && caller.roles.includes('admin')
const inDomain =
  (role: string): Rule =>
  ({caller}, {domainId}) =>
    domainId !== undefined && caller.domainId === domainId && caller.roles.includes(role)
const self: Rule = ({caller}, {userId}) => userId !== undefined && caller.userId === userId
const party: Rule = ({caller}, {userIds = []}) => userIds.includes(caller.userId)
const ownProject: Rule = ({caller}, {projectId}) => projectId !== undefined && caller.projectId === projectId
const ownDomain: Rule = ({caller}, {projectDomainOf}) =>
  projectDomainOf !== undefined && [caller.domainId, projectDomainOf.own].includes(projectDomainOf.wanted)

const reader = any(admin, systemReader)
const domainReader = any(reader, inDomain('reader'))

/** Keystone's default policy: reading requires admin or system reader, writing requires admin; with these exceptions. */
const RULES: Readonly<Record<string, Rule>> = {
  authorize_request_token: admin,
  check_grant: domainReader,
  check_token: any(reader, self),
  check_user_in_group: domainReader,
  create_application_credential: self,
  create_credential: any(admin, self),
  create_grant: any(admin, inDomain('admin')),
  create_trust: self,
  delete_access_rule: any(systemAdmin, self),
  delete_application_credential: any(admin, self),
  delete_credential: any(admin, self),
  delete_trust: any(admin, self),
  ec2_create_credential: any(admin, self),
  ec2_delete_credential: any(admin, self),
  ec2_get_credential: any(reader, self),
  ec2_list_credentials: any(admin, self),
  ec2tokens_validate: any(admin, has('service')),
  get_access_rule: any(systemReader, self),
  get_access_token: admin,
  get_access_token_role: admin,
  get_application_credential: any(reader, self),
  get_auth_catalog: anybody,
  get_auth_domains: anybody,
  get_auth_projects: anybody,
  get_auth_system: anybody,
  get_credential: any(reader, self),
  get_domain: any(reader, ownDomain),
  get_group: domainReader,
  get_limit: any(domainReader, ownProject),
  get_limit_model: anybody,
  get_project: any(domainReader, ownProject),
  get_project_tag: any(domainReader, ownProject),
  get_region: anybody,
  get_registered_limit: anybody,
  get_role_for_trust: any(reader, party),
  get_security_compliance_domain_config: anybody,
  get_trust: any(reader, party),
  get_user: any(domainReader, self),
  list_access_rules: any(systemReader, self),
  list_access_token_roles: admin,
  list_access_tokens: admin,
  list_application_credentials: any(reader, self),
  list_credentials: any(reader, self),
  list_grants: domainReader,
  list_groups: domainReader,
  list_groups_for_user: any(domainReader, self),
  list_limits: anybody,
  list_project_tags: any(domainReader, ownProject),
  list_projects: domainReader,
  list_regions: anybody,
  list_registered_limits: anybody,
  list_revoke_events: any(admin, has('service')),
  list_role_assignments: domainReader,
  list_role_assignments_for_tree: domainReader,
  list_roles_for_trust: any(reader, party),
  list_trusts_for_trustee: any(reader, self),
  list_trusts_for_trustor: any(reader, self),
  list_user_projects: any(domainReader, self),
  list_users: domainReader,
  list_users_in_group: domainReader,
  revoke_grant: any(admin, inDomain('admin')),
  revoke_token: any(admin, self),
  update_credential: any(admin, self),
  validate_token: any(reader, has('service'), self),
}

const ruleOf = (action: string): Rule => RULES[action] ?? (/^(get|list|check)_/.test(action) ? reader : admin)

export const isAllowed = (call: Call, action: string, target: Target = {}): boolean => ruleOf(action)(call, target)

/** Keystone's 403 for an `action` such as `list_users` that is not allowed. */
export function enforce(call: Call, action: string, target: Target = {}): void {
  if (!isAllowed(call, action, target)) throw forbiddenAction(`identity:${action}`)
}
