import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {CommandFacts} from '#help/facts'
import policies from '../../fixtures/policies.json' with {type: 'json'}
import {repository} from '../../support/program.ts'
import {allows, type Persona, type Rules} from './policy.ts'

interface Rule {
  check: string
  /** What was allowed before, which counts beside it until operators say otherwise. */
  before?: string
  requests?: readonly string[]
}

const RANKS = ['anyone', 'reader', 'member', 'admin']
const SCOPES = ['project', 'domain', 'system'] as const

/** Rules of requests whose path several rules have, or for which the policy has no rule or a wrong one. */
const RULE: Readonly<Record<string, string>> = {
  // Every action is asked about as such too.
  'POST /v1/{}/stacks/{}/{}/actions': 'actions:action',
  'GET /v1/{}/stacks/{}/{}': 'stacks:show',
  'GET /v1/{}/stacks/{}/{}/template': 'stacks:template',
  'GET /v1/{}/resource_types/{}/template': 'stacks:generate_template',
  'GET /v1/{}/stacks/{}/{}/resources/{}/events': 'events:index',
  'GET /v1/{}/services': 'service:index',
}

/** Requests that no rule is about: Keystone asks for no role. */
const FREE = new Set([
  'GET /v3/OS-FEDERATION/domains',
  'GET /v3/OS-FEDERATION/projects',
  'POST /v3/OS-OAUTH1/access_token',
  'POST /v3/OS-OAUTH1/request_token',
  'POST /v3/users/{}/password',
])

/** Calls that only some options make, or that stand in for another that is refused. */
const OPTIONAL: Readonly<Record<string, readonly string[]>> = {
  'endpoint create': ['GET /v3/services'],
  'group list': ['GET /v3/users/{user_id}/groups'],
  'limit create': ['GET /v3/services'],
  'limit list': ['GET /v3/services'],
  // Who may not list all projects gets their own.
  'project list': ['GET /v3/projects'],
  'registered limit list': ['GET /v3/services'],
  'orchestration resource type show': ['GET /v1/{project_id}/resource_types/{type}/template'],
  // Swift's, only where a signal comes by a temporary URL.
  'software deployment create': [
    'HEAD /v1/{account}',
    'POST /v1/{account}',
    'PUT /v1/{account}/{container}',
    'PUT /v1/{account}/{container}/{object}',
  ],
}

/** With `{}` for every part that varies; a query is not a part of an operation. */
const plain = (call: string): string => (call.split('?', 1)[0] ?? '').replaceAll(/\{[^}|]*\}/g, '{}')

/** `PUT /{a|b}/x` is two. */
function each(call: string): string[] {
  const choice = /\{([^}]*\|[^}]*)\}/.exec(call)
  return choice ? (choice[1] ?? '').split('|').flatMap((word) => each(call.replace(choice[0], word))) : [call]
}

const personas = SCOPES.flatMap((scope) => RANKS.map((_, rank): Persona => ({scope, roles: RANKS.slice(1, rank + 1)})))

/** Whom the default policy lets send this on what is their own; undefined where no rule speaks of it. */
function allowed(call: string, service: 'keystone' | 'heat'): readonly Persona[] | undefined {
  const request = plain(call)
  if (FREE.has(request)) return personas
  const rules: Readonly<Record<string, Rule>> = policies[service].rules
  const checks: Rules = Object.fromEntries(Object.entries(rules).map(([name, {check}]) => [name, check]))
  const requested = Object.entries(rules).filter(([name, {requests = []}]) =>
    RULE[request] ? RULE[request] === name : requests.some((known) => plain(known) === request),
  )
  if (requested.length === 0) return undefined
  const pass = (persona: Persona) => requested.some(([, {check}]) => allows(check, persona, checks))
  const now = personas.filter(pass)
  if (now.some(({scope}) => scope === 'project')) return now
  // A rule for the system alone: what was allowed before counts beside it.
  return personas.filter(
    (persona) =>
      pass(persona) || requested.some(([, {before}]) => before !== undefined && allows(before, persona, checks)),
  )
}

/** The least role on each scope, where it is less than the one on a project: what `roles` declares. */
function leastRoles(some: readonly Persona[]): string[] {
  const least = (scope: Persona['scope']): number =>
    Math.min(...some.filter((persona) => persona.scope === scope).map(({roles}) => roles.length))
  const onProject = least('project')
  if (onProject === 0) return []
  return SCOPES.flatMap((scope) => {
    const rank = least(scope)
    if (scope === 'project') return rank < RANKS.length ? [RANKS[rank] ?? ''] : []
    return rank < onProject ? [`${scope} ${RANKS[rank] ?? ''}`.replace(/ anyone$/, '')] : []
  })
}

describe('the roles that a command declares are those that the default policy asks for', () => {
  for (const [plugin, service] of [
    ['identity', 'keystone'],
    ['orchestration', 'heat'],
  ] as const) {
    const manifest = join(repository, 'plugins', plugin, 'oclif.manifest.json')
    const {commands} = JSON.parse(readFileSync(manifest, 'utf8')) as {commands: Record<string, CommandFacts>}
    for (const {id, calls = [], roles = []} of Object.values(commands)) {
      const name = id.replaceAll(':', ' ')
      it(name, () => {
        const needed = calls.filter(
          (call) =>
            !call.includes('?name=') && !call.endsWith(' /v3/auth/tokens') && !(OPTIONAL[name] ?? []).includes(call),
        )
        const lets = needed.flatMap(each).map((call) => {
          const some = allowed(call, service)
          assert.ok(some, `the policy has ${call}`)
          return some
        })
        const all = personas.filter((persona) => lets.every((some) => some.includes(persona)))
        assert.deepEqual([...roles].sort(), leastRoles(all).sort())
      })
    }
  }
})
