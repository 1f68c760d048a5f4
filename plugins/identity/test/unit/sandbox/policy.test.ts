import assert from 'node:assert/strict'
import {asArray, asObject} from '@osc-cli/core'
import {messageOf, onKeystone} from './on-keystone.ts'

type Who = 'admin' | 'member' | 'system reader' | 'domain reader' | 'nobody'

const PASSWORD = 'secret enough'

describe('who may do what in the sandbox\u2019s Keystone', () => {
  const {ask, logIn, login, tokenOf, make, idOf} = onKeystone()
  const tokens = new Map<Who, string>()
  const ids: Record<string, string> = {}

  before(async () => {
    const reader = await idOf('/roles?name=reader', 'roles')
    ids.demo = await idOf('/users?name=demo', 'users')
    ids.demoProject = await idOf('/projects?name=demo', 'projects')
    ids.adminProject = await idOf('/projects?name=admin', 'projects')
    ids.admin = await idOf('/users?name=admin', 'users')
    ids.other = await make('/domains', 'domain', {name: 'other'})
    ids.stranger = await make('/users', 'user', {name: 'stranger', domain_id: ids.other})
    ids.reader = await make('/users', 'user', {name: 'rita', password: PASSWORD})
    await ask(`PUT /system/users/${ids.reader}/roles/${reader}`)
    await ask(`PUT /domains/default/users/${ids.reader}/roles/${reader}`)
    tokens.set('admin', await login('admin'))
    tokens.set('member', await login('demo'))
    tokens.set('system reader', await tokenOf(logIn('rita', PASSWORD, {system: {all: true}})))
    tokens.set('domain reader', await tokenOf(logIn('rita', PASSWORD, {domain: {id: 'default'}})))
    tokens.set('nobody', 'gAAAAAnobody')
  })

  const rules: [string, Partial<Record<Who, number>>, unknown?][] = [
    ['GET /users', {admin: 200, member: 403, 'system reader': 200, 'domain reader': 200, nobody: 401}],
    ['GET /users/{demo}', {admin: 200, member: 200, 'system reader': 200, 'domain reader': 200}],
    ['GET /users/{admin}', {member: 403}],
    ['GET /users/{stranger}', {'system reader': 200, 'domain reader': 403}],
    ['GET /users/none', {admin: 404, member: 403}],
    ['POST /users', {member: 403, 'system reader': 403, 'domain reader': 403}, {user: {name: 'x'}}],
    ['PATCH /users/{demo}', {member: 403, 'system reader': 403}, {user: {description: 'x'}}],
    ['DELETE /users/{demo}', {member: 403, 'system reader': 403}],
    ['GET /projects', {member: 403, 'system reader': 200, 'domain reader': 200}],
    ['GET /projects/{demoProject}', {admin: 200, member: 200, 'domain reader': 200}],
    ['GET /projects/{adminProject}', {member: 403}],
    ['GET /domains', {admin: 200, member: 403, 'system reader': 200, 'domain reader': 403}],
    ['GET /domains/default', {admin: 200, member: 200, 'domain reader': 200}],
    ['GET /domains/{other}', {admin: 200, member: 403, 'domain reader': 403}],
    ['GET /roles', {admin: 200, member: 403, 'system reader': 200}],
    ['GET /role_assignments', {admin: 200, member: 403, 'system reader': 200, 'domain reader': 200}],
    ['GET /regions', {member: 200, nobody: 401}],
    ['POST /regions', {member: 403, 'system reader': 403}, {region: {id: 'x'}}],
    ['GET /services', {member: 403, 'system reader': 200}],
    ['GET /registered_limits', {member: 200}],
    ['GET /credentials', {member: 200}],
    ['POST /credentials', {member: 403}, {credential: {type: 'cert', blob: 'x', user_id: 'somebody else'}}],
    ['GET /users/{demo}/application_credentials', {admin: 200, member: 200}],
    ['GET /users/{admin}/application_credentials', {member: 403}],
    [
      'POST /users/{demo}/application_credentials',
      {admin: 403, 'system reader': 403},
      {application_credential: {name: 'x'}},
    ],
    ['GET /users/{admin}/credentials/OS-EC2', {member: 403}],
    ['GET /OS-TRUST/trusts', {admin: 200, member: 403, 'system reader': 200}],
    ['GET /auth/projects', {member: 200, nobody: 401}],
    ['GET /auth/catalog', {member: 200, 'system reader': 403}],
    ['PUT /system/users/{demo}/roles/none', {member: 404}],
  ]
  for (const [request, statuses, body] of rules) {
    for (const [who, status] of Object.entries(statuses)) {
      it(`${request} by ${who} is ${status}`, async () => {
        const token = tokens.get(who as Who)
        const path = request.replace(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? '')
        const answered = await ask(path, {body, ...(token !== undefined && {token})})
        assert.equal(answered.status, status, messageOf(answered))
        if (status === 403) assert.match(messageOf(answered), /^You are not authorized to perform the requested action/)
      })
    }
  }

  it('shows a reader of a domain what is in it, and nothing else', async () => {
    const token = tokens.get('domain reader') ?? ''
    const {body} = await ask('GET /users', {token})
    const domains = new Set(asArray(body.users).map((user) => asObject(user).domain_id))
    assert.deepEqual([...domains], ['default'])
  })

  it('says which action was refused', async () => {
    const answered = await ask('GET /users', {token: tokens.get('member') ?? ''})
    assert.deepEqual(answered.body, {
      error: {
        code: 403,
        message: 'You are not authorized to perform the requested action: identity:list_users.',
        title: 'Forbidden',
      },
    })
  })
})
