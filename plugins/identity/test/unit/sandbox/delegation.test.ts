import assert from 'node:assert/strict'
import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import {messageOf, onKeystone} from './on-keystone.ts'

const PASSWORD = 'secret enough'

describe('what users of the sandbox delegate', () => {
  const {ask, logIn, tokenOf, make, idOf} = onKeystone()
  let [giver, taker, project, member, admin, token] = ['', '', '', '', '', '']

  before(async () => {
    giver = await make('/users', 'user', {name: 'giver', password: PASSWORD})
    taker = await make('/users', 'user', {name: 'taker', password: PASSWORD})
    project = await make('/projects', 'project', {name: 'estate'})
    member = await idOf('/roles?name=member', 'roles')
    admin = await idOf('/roles?name=admin', 'roles')
    await ask(`PUT /projects/${project}/users/${giver}/roles/${member}`)
    token = await tokenOf(logIn('giver', PASSWORD, {project: {id: project}}))
  })

  const trustBody = (more: JsonObject = {}) => ({
    trust: {
      trustor_user_id: giver,
      trustee_user_id: taker,
      project_id: project,
      impersonation: true,
      roles: [{id: member}],
      ...more,
    },
  })
  const trust = (more: JsonObject = {}, by = token) => ask('POST /OS-TRUST/trusts', {body: trustBody(more), token: by})
  const made = async (more: JsonObject = {}, by = token) => {
    const answered = await trust(more, by)
    assert.equal(answered.status, 201, messageOf(answered))
    return asText(asObject(answered.body.trust).id) ?? ''
  }
  const take = (id: string, name = 'taker') => logIn(name, PASSWORD, {'OS-TRUST:trust': {id}})

  it('a trust lets its trustee act as the trustor, who may end it', async () => {
    const id = await made()
    const answered = await take(id)
    assert.equal(asObject(asObject(answered.body.token).user).name, 'giver')
    assert.equal((await take(id, 'giver')).status, 403)
    const taken = answered.headers.get('x-subject-token') ?? ''
    assert.equal((await ask(`GET /users/${giver}`, {token: taken})).status, 200)
    assert.equal((await ask(`DELETE /OS-TRUST/trusts/${id}`, {token})).status, 204)
    assert.equal((await ask(`GET /users/${giver}`, {token: taken})).status, 401)
    assert.equal((await take(id)).status, 401)
  })

  it('a trust with a number of uses ends with the last', async () => {
    const id = await made({remaining_uses: 1, impersonation: false})
    const last = await take(id)
    assert.equal(asObject(asObject(last.body.token).user).name, 'taker')
    assert.equal((await take(id)).status, 401)
    const held = last.headers.get('x-subject-token') ?? ''
    assert.equal((await ask('GET /auth/projects', {token: held})).status, 200)
  })

  it('a trust is worth nothing without the trustor\u2019s role', async () => {
    const id = await made()
    await ask(`DELETE /projects/${project}/users/${giver}/roles/${member}`)
    assert.equal((await take(id)).status, 403)
    await ask(`PUT /projects/${project}/users/${giver}/roles/${member}`)
    token = await tokenOf(logIn('giver', PASSWORD, {project: {id: project}}))
    assert.equal((await take(id)).status, 201)
  })

  const wrong: [string, () => JsonObject, number, RegExp][] = [
    ['a role that one has not', () => ({roles: [{id: admin}]}), 404, /Could not find role/],
    ['nobody', () => ({trustee_user_id: 'none'}), 404, /Could not find user: none/],
    ['no role', () => ({roles: []}), 403, /At least one role/],
    ['somebody else\u2019s', () => ({trustor_user_id: taker}), 403, /identity:create_trust/],
    ['a time that is over', () => ({expires_at: '2001-01-01T00:00:00Z'}), 400, /must not be before now/],
    ['no use at all', () => ({remaining_uses: 0}), 400, /less than the minimum of 1/],
    ['uses where it may be given on', () => ({remaining_uses: 2, allow_redelegation: true}), 400, /must not be set/],
  ]
  for (const [what, more, status, message] of wrong) {
    it(`a trust of ${what} is refused`, async () => {
      const answered = await trust(more())
      assert.equal(answered.status, status)
      assert.match(messageOf(answered), message)
    })
  }

  it('a trust is given on as often as it says', async () => {
    const id = await made({allow_redelegation: true, redelegation_count: 1})
    const first = await tokenOf(take(id))
    const further = await made({trustor_user_id: giver, allow_redelegation: true}, first)
    const shown = asObject((await ask(`GET /OS-TRUST/trusts/${further}`, {token})).body.trust)
    assert.deepEqual([shown.redelegated_trust_id, shown.redelegation_count], [id, 0])
    const second = await tokenOf(take(further))
    assert.equal((await trust({}, second)).status, 403)
    await ask(`DELETE /OS-TRUST/trusts/${id}`, {token})
    assert.equal((await ask(`GET /OS-TRUST/trusts/${further}`)).status, 404)
  })

  const credential = async (content: JsonObject, by = token) =>
    ask(`POST /users/${giver}/application_credentials`, {body: {application_credential: content}, token: by})
  const use = (id: string, secret: string) => {
    const identity = {methods: ['application_credential'], application_credential: {id, secret}}
    return ask('POST /auth/tokens', {token: '', body: {auth: {identity}}})
  }

  it('an application credential acts in its project and makes no others', async () => {
    const {body, status} = await credential({name: 'robot', secret: 's'})
    assert.equal(status, 201)
    const id = asText(asObject(body.application_credential).id) ?? ''
    const robot = await tokenOf(use(id, 's'))
    assert.equal((await use(id, 'wrong')).status, 401)
    assert.equal((await credential({name: 'child'}, robot)).status, 403)
    assert.equal((await trust({}, robot)).status, 403)
    assert.equal((await credential({name: 'robot'})).status, 409)
    await ask(`DELETE /users/${giver}/application_credentials/${id}`, {token})
    assert.equal((await ask('GET /auth/projects', {token: robot})).status, 401)
  })

  it('an application credential is held to its access rules', async () => {
    const rules = [
      {service: 'identity', method: 'GET', path: '/v3/regions'},
      {service: 'identity', method: 'GET', path: '/v3/users/*'},
      {service: 'other', method: 'GET', path: '/v3/**'},
    ]
    const {body} = await credential({name: 'narrow', secret: 's', access_rules: rules})
    const made = asObject(body.application_credential)
    const narrow = await tokenOf(use(asText(made.id) ?? '', 's'))
    const statuses = async (...requests: string[]) =>
      Promise.all(requests.map(async (request) => (await ask(request, {token: narrow})).status))
    assert.deepEqual(
      await statuses('GET /regions', `GET /users/${giver}`, 'GET /auth/projects', `GET /users/${giver}/groups`),
      [200, 200, 401, 401],
    )
    const [rule] = asArray(made.access_rules).map(asObject)
    const kept = `/users/${giver}/access_rules/${asText(rule?.id)}`
    assert.match(messageOf(await ask(`DELETE ${kept}`, {token})), /May not delete access rule in use/)
  })

  it('an application credential cannot have a role that its user does not have', async () => {
    const answered = await credential({name: 'king', roles: [{name: 'admin'}]})
    assert.equal(answered.status, 400)
    assert.match(messageOf(answered), /unassigned role/)
  })
})
