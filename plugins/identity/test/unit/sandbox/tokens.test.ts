import assert from 'node:assert/strict'
import {asArray, asObject, type JsonObject} from '@osc-cli/core'
import {openKeystone} from '#sandbox/keystone'
import {encodeTicket} from '#sandbox/token-code'
import {type Answered, messageOf, onKeystone} from './on-keystone.ts'

const PASSWORD = 'secret enough'

describe('tokens of the sandbox', () => {
  const {sandbox, ask, logIn, login, tokenOf, make, idOf} = onKeystone()
  let user = ''
  let project = ''
  let member = ''

  const inProject = () => ({project: {id: project}})
  const tokenFor = (scope: unknown = inProject()) => tokenOf(logIn('ann', PASSWORD, scope))
  const check = async (token: string) => (await ask('GET /auth/projects', {token})).status
  const body = (answered: Answered): JsonObject => asObject(answered.body.token)

  before(async () => {
    user = await make('/users', 'user', {name: 'ann', password: PASSWORD})
    project = await make('/projects', 'project', {name: 'garden'})
    member = await idOf('/roles?name=member', 'roles')
    await ask(`PUT /projects/${project}/users/${user}/roles/${member}`)
    await ask(`PUT /domains/default/users/${user}/roles/${member}`)
    await ask(`PUT /system/users/${user}/roles/${member}`)
  })

  const scopes: [string, () => unknown, string[]][] = [
    ['a project by ID', inProject, ['is_domain', 'project', 'catalog', 'roles']],
    ['a project by name', () => ({project: {name: 'garden', domain: {name: 'Default'}}}), ['project', 'roles']],
    ['a domain', () => ({domain: {id: 'default'}}), ['domain', 'catalog', 'roles']],
    ['the system', () => ({system: {all: true}}), ['system', 'catalog', 'roles']],
    ['nothing', () => 'unscoped', []],
    ['nothing, without a word', () => null, []],
  ]
  for (const [what, scope, parts] of scopes) {
    it(`is scoped to ${what}`, async () => {
      const answered = await logIn('ann', PASSWORD, scope())
      assert.equal(answered.status, 201)
      const known = ['is_domain', 'project', 'domain', 'system', 'catalog', 'roles']
      const there = known.filter((key) => key in body(answered))
      assert.deepEqual(
        parts.filter((part) => !there.includes(part)),
        [],
      )
      assert.equal(there.length === 0, parts.length === 0)
      assert.match(answered.headers.get('x-subject-token') ?? '', /^gAAAAA[\w-]{40,}$/)
    })
  }

  it('carries implied roles', async () => {
    const names = asArray(body(await logIn('ann', PASSWORD, inProject())).roles).map((role) => asObject(role).name)
    assert.deepEqual(names, ['member', 'reader'])
  })

  const refused: [string, string, unknown, number, RegExp][] = [
    ['a wrong password', 'wrong', null, 401, /requires authentication/],
    ['a project without a role', PASSWORD, {project: {name: 'admin', domain: {id: 'default'}}}, 401, /requires/],
    ['a project that is not there', PASSWORD, {project: {id: 'none'}}, 401, /requires authentication/],
    ['a project by name without a domain', PASSWORD, {project: {name: 'x'}}, 400, /find domain in project/],
    ['two scopes', PASSWORD, {project: {id: 'x'}, system: {all: true}}, 400, /system, project, domain/],
    ['no scope at all', PASSWORD, {}, 400, /unscoped in scope/],
  ]
  for (const [what, secret, scope, status, message] of refused) {
    it(`is refused for ${what}`, async () => {
      const answered = await logIn('ann', secret, scope)
      assert.equal(answered.status, status)
      assert.match(messageOf(answered), message)
    })
  }

  const malformed: [unknown, number, RegExp][] = [
    [{}, 400, /find auth in request body/],
    [{auth: {}}, 400, /'identity' is a required/],
    [{auth: {identity: {methods: ['password']}}}, 400, /find password in identity/],
    [{auth: {identity: {methods: ['magic'], magic: {}}}}, 401, /unsupported method/],
    [{auth: {identity: {methods: ['token'], token: {id: 'gAAAAAnone'}}}}, 404, /recognize/],
    [{auth: {identity: {methods: ['mapped'], mapped: {}}}}, 501, /login through an identity provider/],
  ]
  for (const [sent, status, message] of malformed) {
    it(`answers ${JSON.stringify(sent)} with ${status}`, async () => {
      const answered = await ask('POST /auth/tokens', {token: '', body: sent})
      assert.equal(answered.status, status)
      assert.match(messageOf(answered), message)
    })
  }

  it('is made from another one, whose end it keeps', async () => {
    const token = await tokenFor('unscoped')
    const auth = {identity: {methods: ['token'], token: {id: token}}, scope: inProject()}
    const answered = await ask('POST /auth/tokens', {token: '', body: {auth}})
    assert.deepEqual(asArray(body(answered).methods), ['token', 'password'])
    assert.equal(asArray(body(answered).audit_ids).length, 2)
  })

  it('is validated with and without catalog, by GET and HEAD, by its owner and by an administrator alone', async () => {
    const token = await tokenFor()
    const headers = {'x-subject-token': token}
    assert.ok('catalog' in body(await ask('GET /auth/tokens', {headers})))
    assert.ok(!('catalog' in body(await ask('GET /auth/tokens?nocatalog', {headers, token}))))
    assert.equal((await ask('HEAD /auth/tokens', {headers})).status, 200)
    assert.equal((await ask('GET /auth/tokens', {headers, token: await login('demo')})).status, 403)
    assert.equal((await ask('GET /auth/tokens', {headers: {'x-subject-token': `${token}A`}})).status, 404)
  })

  const ends: [string, (token: string) => Promise<unknown>, () => Promise<unknown>][] = [
    [
      'it was revoked',
      (token) => ask('DELETE /auth/tokens', {token, headers: {'x-subject-token': token}}),
      async () => {},
    ],
    [
      'the user was disabled, even when enabled again',
      () => patchUser({enabled: false}).then(() => patchUser({enabled: true})),
      async () => {},
    ],
    ['the password was changed', () => patchUser({password: 'another'}), () => patchUser({password: PASSWORD})],
    [
      'the user changed the password',
      () => changePassword(PASSWORD, 'another'),
      () => changePassword('another', PASSWORD),
    ],
    [
      'the project was disabled',
      () => ask(`PATCH /projects/${project}`, {body: {project: {enabled: false}}}),
      () => ask(`PATCH /projects/${project}`, {body: {project: {enabled: true}}}),
    ],
    [
      'the role was taken away',
      () => ask(`DELETE /projects/${project}/users/${user}/roles/${member}`),
      () => ask(`PUT /projects/${project}/users/${user}/roles/${member}`),
    ],
  ]
  const patchUser = (change: JsonObject) => ask(`PATCH /users/${user}`, {body: {user: change}})
  const changePassword = (from: string, to: string) =>
    ask(`POST /users/${user}/password`, {token: '', body: {user: {original_password: from, password: to}}})
  for (const [what, end, undo] of ends) {
    it(`is worth nothing once ${what}`, async () => {
      const token = await tokenFor()
      assert.equal(await check(token), 200)
      await new Promise((resolve) => setTimeout(resolve, 2))
      await end(token)
      try {
        assert.equal(await check(token), 401)
      } finally {
        await undo()
      }
    })
  }

  it('is not valid when it has expired, or when another cloud signed it', async () => {
    const keystone = openKeystone(sandbox().cloud)
    const now = Date.now()
    const ticket = {userId: user, methods: ['password'], scope: {kind: 'none' as const}, issuedAt: now, auditIds: ['a']}
    assert.equal(await check(encodeTicket(keystone, {...ticket, expiresAt: now + 5000})), 200)
    assert.equal(await check(encodeTicket(keystone, {...ticket, expiresAt: now - 1})), 401)
    const token = await tokenFor()
    assert.equal(await check(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`), 401)
    assert.equal(await check(`gAAAAA${'x'.repeat(60)}`), 401)
  })

  it('needs all factors that the user must give; a receipt remembers those given', async () => {
    const options = {multi_factor_auth_enabled: true, multi_factor_auth_rules: [['password', 'totp']]}
    await make('/users', 'user', {name: 'bea', password: PASSWORD, options})
    const answered = await logIn('bea', PASSWORD, null)
    assert.equal(answered.status, 401)
    assert.deepEqual(answered.body.required_auth_methods, [['password', 'totp']])
    assert.deepEqual(asObject(answered.body.receipt).methods, ['password'])
    const receipt = answered.headers.get('openstack-auth-receipt') ?? ''
    const again = await ask('POST /auth/tokens', {
      token: '',
      headers: {'openstack-auth-receipt': receipt},
      body: {
        auth: {identity: {methods: ['totp'], totp: {user: {name: 'bea', domain: {id: 'default'}, passcode: '0'}}}},
      },
    })
    assert.equal(again.status, 401)
    assert.equal(again.body.receipt, undefined)
  })
})
