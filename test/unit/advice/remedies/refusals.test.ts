import assert from 'node:assert/strict'
import {policyHint, policyRule, usualRole} from '#cloud/http/failure-policy'
import {quotaHint, quotaShortages, quotaText} from '#cloud/http/failure-quota'
import {stateIn} from '#cloud/http/failure-state'

describe('the policy rule in a refusal', () => {
  const texts: [string, string | undefined][] = [
    ['You are not authorized to perform the requested action: identity:list_users.', 'identity:list_users'],
    ["Policy doesn't allow os_compute_api:servers:create to be performed.", 'os_compute_api:servers:create'],
    ['(rule:create_network:shared) is disallowed by policy', 'create_network:shared'],
    ['rule:create_network is disallowed by policy', 'create_network'],
    ['You are not authorized to complete get_images action.', 'get_images'],
    ['You are not authorized to use stacks:global_index.', 'stacks:global_index'],
    ['You are not authorized to perform the requested action.', undefined],
    ['Forbidden', undefined],
  ]
  for (const [text, rule] of texts) it(text, () => assert.equal(policyRule(text), rule))

  const roles: [string | undefined, string, string[], string, string[]?][] = [
    ['identity:get_project', 'identity', ['member', 'reader'], 'admin', ['reader']],
    ['servers:create', 'compute', ['reader'], 'admin', ['admin']],
    [undefined, 'orchestration', ['manager'], 'admin', ['admin']],
    [undefined, 'orchestration', [], 'reader', ['reader']],
    ['servers:create', 'compute', ['reader'], 'member', ['system reader']],
    ['identity:list_users', 'identity', ['member'], 'admin'],
    ['servers:create', 'compute', ['reader'], 'member'],
    ['servers:index', 'compute', [], 'reader'],
    ['servers:create', 'compute', ['member'], 'admin'],
    ['stacks:global_index', 'orchestration', ['reader'], 'admin'],
    ['secrets:post', 'key-manager', ['member'], 'creator'],
    ['loadbalancer:post', 'load-balancer', ['load-balancer_member', 'member'], 'admin'],
    [undefined, 'compute', [], 'member'],
  ]
  for (const [rule, service, have, role, declared] of roles) {
    it(`${rule} of ${service} with ${have.join() || 'no role'} wants ${role}`, () =>
      assert.equal(usualRole(rule, service, have, declared), role))
  }

  const scopes: [string, string][] = [
    [
      'project demo',
      'Your role on project demo: admin. Usually required: admin on the system (--os-system-scope all).',
    ],
    ['system', 'Your role on system: admin. Usually required: admin on a project.'],
  ]
  for (const [scope, says] of scopes) {
    it(`asks an admin on ${scope} for another scope than that`, () => {
      const caller = {cloud: 'x', user: 'ada', scope, project: undefined, roles: ['admin']}
      assert.equal(policyHint('r', 'compute', caller), `Not allowed by policy rule r. ${says}`)
    })
  }
})

describe('what a refusal says of quotas', () => {
  const texts: [string, string | undefined][] = [
    [
      'Quota exceeded for cores, ram: Requested 8, 16384, but already used 18, 40960 of 20, 51200 cores, ram',
      'cores: needed 8, used 18, limit 20; ram: needed 16384, used 40960, limit 51200',
    ],
    [
      'Quota exceeded for instances: Requested 1, but already used 10 of 10 instances',
      'instances: needed 1, used 10, limit 10',
    ],
    [
      'VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota. Requested 100G, quota is 1000G and 950G has been consumed.',
      'gigabytes: needed 100, used 950, limit 1000',
    ],
    ["VolumeLimitExceeded: Maximum number of volumes allowed (10) exceeded for quota 'volumes'.", 'volumes: limit 10'],
    [
      'Project p is over a limit for [Resource servers is over limit of 10 due to current usage 10 and delta 1]',
      'servers: needed 1, used 10, limit 10',
    ],
    [
      'You have reached the maximum stacks per tenant, 100. Please delete some stacks.',
      'stacks: needed 1, used 100, limit 100',
    ],
    ["Quota exceeded for resources: ['network', 'port'].", 'network; port'],
    ['Quota has been met for resources: load_balancers', 'load_balancers'],
  ]
  for (const [text, hint] of texts) it(text, () => assert.equal(quotaText(quotaShortages(text) ?? []), hint))

  it('gives a hint only where the service reports numbers', () => {
    const hintFor = (text: string) => quotaHint(quotaShortages(text) ?? [])
    assert.equal(hintFor("Quota exceeded for resources: ['network', 'port']."), undefined)
    assert.equal(hintFor("Maximum number of volumes allowed (10) exceeded for quota 'volumes'."), 'volumes: limit 10.')
  })
  it('knows a refusal that names no resource', () => assert.deepEqual(quotaShortages('Upload exceeds quota.'), []))
  it('takes no other refusal for one', () => {
    assert.equal(quotaShortages("Policy doesn't allow os_compute_api:os-quota-sets:update to be performed."), undefined)
  })
})

describe('the state in a refusal', () => {
  const texts: [string, string | undefined][] = [
    ["Cannot 'start' instance 7 while it is in vm_state active", 'active'],
    ['Stack web already has an action (CREATE) in progress.', 'CREATE_IN_PROGRESS'],
    ['Invalid volume: Volume status must be available, but current status is: in-use.', 'in-use'],
    ['Load Balancer 7 is immutable and cannot be updated in state PENDING_UPDATE.', 'PENDING_UPDATE'],
    ['The Stack (web) already exists.', undefined],
    ['Duplicate entry found with name x.', undefined],
    ['The server must be in a valid state.', undefined],
  ]
  for (const [text, state] of texts) it(text, () => assert.equal(stateIn(text), state))
})
