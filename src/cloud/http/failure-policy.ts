/** Who asked, as far as the token says. */
export interface Caller {
  cloud: string | undefined
  user: string | undefined
  /** `project demo`, `domain Default`, `system`, `unscoped`. */
  scope: string
  project: string | undefined
  roles: readonly string[]
}

/** How the services name the rule that refused: oslo.policy's own sentence, and those that some put in its place. */
const RULES = [
  /not authori[sz]ed to perform the requested action: ([\w.*-]+:[\w.:*-]+?)\.?(?:\s|$)/i,
  /policy doesn'?t allow ([\w.-]+(?::[\w.-]+)*) to be performed/i,
  /\(?rule:([\w.:-]+)\)? is disallowed by policy/i,
  /([\w.-]+(?::[\w.-]+)+) is disallowed by policy/i,
  /not authori[sz]ed to complete (\w+) action/i,
  /not authori[sz]ed to use ([\w.-]+(?::[\w.-]+)*)/i,
]

/** The name of the policy rule in a refusal: `identity:list_users`. */
export const policyRule = (text: string): string | undefined =>
  RULES.map((pattern) => pattern.exec(text)?.[1]?.replace(/\.$/, '')).find(Boolean)

// Where a service has roles of its own; everywhere else it is reader, member or admin.
const OWN_ROLES: Readonly<Record<string, string>> = {
  'load-balancer': 'load-balancer_member',
  'key-manager': 'creator',
  'object-store': 'swiftoperator',
}

/** The services whose own defaults leave the whole of the API to a project's members. */
const FOR_ADMIN = /(?:^|:)(?:global_index|.*(?:all_tenants|all_projects|force_delete|reset_state|migrate|evacuate).*)$/

/** What a role of Keystone's own includes, the least first. */
const RANKS = ['reader', 'member', 'manager', 'admin']

const rank = (roles: readonly string[]): number => Math.max(...roles.map((role) => RANKS.indexOf(role)), -1)

/**
 * The role that is usually wanted, given what the caller has: the command's own word, else that of OpenStack's default
 * policies. A guess, and presented as one. `declared` is what the command says of itself.
 */
export function usualRole(
  rule: string | undefined,
  service: string | undefined,
  roles: readonly string[],
  declared: readonly string[] = [],
): string {
  const needed = RANKS.find((role) => declared.includes(role))
  if (needed !== undefined && rank(roles) < RANKS.indexOf(needed)) return needed
  const own = service === undefined ? undefined : OWN_ROLES[service]
  if (own !== undefined && !roles.includes(own)) return own
  const forAdmin = service === 'identity' || (rule !== undefined && FOR_ADMIN.test(rule))
  if (forAdmin || ['admin', 'member', '_member_'].some((role) => roles.includes(role))) return 'admin'
  const reads = /(?:^|[:_])(?:get|list|show|index|detail)/.test(rule ?? '')
  return reads && !roles.includes('reader') ? 'reader' : 'member'
}

/** The scope that the caller's role is usually wanted on, where it has that role on less than the system. */
export const widerScope = (usual: string, {roles, scope}: Caller): string | undefined =>
  roles.includes(usual) && scope !== 'system' ? 'the system' : undefined

/** What a refusal by policy means for this caller, in one or two sentences. */
export function policyHint(
  rule: string | undefined,
  service: string | undefined,
  caller: Caller | undefined,
  declared?: readonly string[],
): string {
  const refused = rule === undefined ? 'Not allowed by a policy of the service.' : `Not allowed by policy rule ${rule}.`
  if (!caller) return `${refused} Show your roles with: osc whoami`
  const {roles, scope} = caller
  const listed = `Your ${roles.length === 1 ? 'role' : 'roles'} on ${scope}: ${roles.join(', ')}.`
  const have = roles.length === 0 ? `You have no role on ${scope}.` : listed
  const usual = usualRole(rule, service, roles, declared)
  const other = widerScope(usual, caller) === undefined ? 'a project' : 'the system (--os-system-scope all)'
  return `${refused} ${have} Usually required: ${usual}${roles.includes(usual) ? ` on ${other}` : ''}.`
}
