import assert from 'node:assert/strict'
import {oauth1Header} from '#cloud/auth/oauth1-signature'
import type {Access} from '#cloud/types'
import {AuthError, HttpError} from '#errors'
import {asObject, asText, type JsonObject} from '#json'
import {type Env, openSessions} from './auth-session.ts'
import {api, login} from './support/api.ts'
import {cloudEntry, uniqueName} from './support/cloud.ts'
import {passcode} from './totp.ts'

const PASSWORD = 'correct horse battery staple'
const TOTP_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

describe('authentication against Keystone', () => {
  const {open} = openSessions()
  const undo: [string, string][] = []
  let authUrl: string
  let user: {id: string; name: string; domain: string}
  let trustee: {id: string; name: string; domain: string}
  let project: {id: string; name: string}
  let member: string

  /** Makes something through the API as administrator, to be removed at the end. */
  async function make(path: string, key: string, content: JsonObject): Promise<JsonObject> {
    const {status, body} = await api('identity', 'POST', path, {[key]: content})
    assert.ok(status < 300, `${path}: ${status} ${JSON.stringify(body)}`)
    const made = asObject(asObject(body)[key])
    undo.push([path, asText(made.id) ?? ''])
    return made
  }

  async function makeUser(options: JsonObject = {}): Promise<{id: string; name: string; domain: string}> {
    const name = uniqueName('user')
    const made = await make('/users', 'user', {name, password: PASSWORD, domain_id: 'default', options})
    return {id: asText(made.id) ?? '', name, domain: 'default'}
  }

  const put = async (path: string) => {
    const {status} = await api('identity', 'PUT', path)
    assert.equal(status, 204, path)
  }

  before(async () => {
    authUrl = asText(asObject((await cloudEntry()).auth).auth_url) ?? ''
    const {body} = await api('identity', 'GET', '/roles?name=member')
    const [role] = Object.values(asObject(body)).flatMap((value) => (Array.isArray(value) ? value : []))
    member = asText(asObject(role).id) ?? ''
    const name = uniqueName('project')
    project = {id: asText((await make('/projects', 'project', {name, domain_id: 'default'})).id) ?? '', name}
    user = await makeUser()
    trustee = await makeUser()
    await put(`/projects/${project.id}/users/${user.id}/roles/${member}`)
    await put(`/domains/default/users/${user.id}/roles/${member}`)
    await put(`/system/users/${user.id}/roles/${member}`)
  })

  after(async () => {
    const left: string[] = []
    for (const [path, id] of undo.reverse()) {
      const {status} = await api('identity', 'DELETE', `${path}/${id}`).catch(() => ({status: 0}))
      if (status !== 204 && status !== 404) left.push(`${path}/${id}: ${status}`)
    }
    assert.deepEqual(left, [])
  })

  const byName = (over: Env = {}): Env => ({
    OS_USERNAME: user.name,
    OS_USER_DOMAIN_NAME: 'Default',
    OS_PASSWORD: PASSWORD,
    ...over,
  })
  const inProject = (): Env => ({OS_PROJECT_NAME: project.name, OS_PROJECT_DOMAIN_ID: 'default'})
  const accessOf = async (env: Env): Promise<Access> => await (await open(env)).session.access()

  describe('with a password', () => {
    const scopes: [string, () => Env, (access: Access) => void][] = [
      [
        'a project by name',
        inProject,
        ({projectId, projectName}) => assert.deepEqual({id: projectId, name: projectName}, project),
      ],
      [
        'a project by ID',
        () => ({OS_PROJECT_ID: project.id}),
        ({projectName}) => assert.equal(projectName, project.name),
      ],
      ['a domain by name', () => ({OS_DOMAIN_NAME: 'Default'}), ({domainId}) => assert.equal(domainId, 'default')],
      ['a domain by ID', () => ({OS_DOMAIN_ID: 'default'}), ({domainName}) => assert.equal(domainName, 'Default')],
      ['the system', () => ({OS_SYSTEM_SCOPE: 'all'}), ({system}) => assert.equal(system, true)],
      [
        'nothing',
        () => ({}),
        ({projectId, domainId, system, catalog}) =>
          assert.deepEqual([projectId, domainId, system, catalog], [undefined, undefined, false, []]),
      ],
    ]
    for (const [what, scope, check] of scopes) {
      it(`scoped to ${what}`, async () => {
        const access = await accessOf(byName(scope()))
        check(access)
        assert.equal(access.userId, user.id)
        assert.equal(access.userDomainName, 'Default')
        assert.ok(Date.parse(access.expiresAt ?? '') > Date.now())
      })
    }

    it('the user by ID', async () => {
      const access = await accessOf({OS_USER_ID: user.id, OS_PASSWORD: PASSWORD, ...inProject()})
      assert.equal(access.userName, user.name)
      assert.ok(access.roles.some(({id, name}) => id === member && name === 'member'))
      assert.ok(access.catalog.some(({type}) => type === 'identity'))
    })

    it('without any domain, in the default one', async () => {
      const access = await accessOf({OS_USERNAME: user.name, OS_PASSWORD: PASSWORD, OS_PROJECT_NAME: project.name})
      assert.equal(access.projectId, project.id)
    })

    it('the projects to choose from are found without a scope', async () => {
      const {session} = await open(byName())
      const projects: unknown[] = []
      for await (const {name} of session.list('identity', '/auth/projects', 'projects')) projects.push(name)
      assert.deepEqual(projects, [project.name])
    })

    it('a wrong password is an AuthError that keeps it secret', async () => {
      await assert.rejects(accessOf(byName({OS_PASSWORD: 'wrong-pass'})), (error) => {
        assert.ok(error instanceof AuthError)
        assert.equal(error.exitCode, 3)
        assert.match(error.message, /requires authentication/)
        assert.match(error.hint ?? '', new RegExp(`${user.name}.*OS_USERNAME`))
        assert.doesNotMatch(`${error.message} ${error.hint}`, /wrong-pass/)
        return true
      })
    })

    it('a project of somebody else is refused', async () => {
      await assert.rejects(accessOf(byName({OS_PROJECT_NAME: 'admin'})), AuthError)
    })
  })

  it('with a token, into another scope', async () => {
    const {token} = await accessOf(byName())
    const access = await accessOf({OS_AUTH_TYPE: 'token', OS_TOKEN: token, ...inProject()})
    assert.equal(access.projectId, project.id)
    assert.notEqual(access.token, token)
  })

  it('with a token that is none', async () => {
    await assert.rejects(accessOf({OS_AUTH_TYPE: 'v3token', OS_TOKEN: 'gAAAAA-none', ...inProject()}), AuthError)
  })

  describe('with an application credential', () => {
    let credential: JsonObject
    before(async () => {
      const {session} = await open(byName(inProject()))
      const answer = await session.request({
        service: 'identity',
        method: 'POST',
        path: `/users/${user.id}/application_credentials`,
        body: {
          application_credential: {
            name: uniqueName('credential'),
            secret: 'hidden-well',
            access_rules: [{service: 'identity', method: 'GET', path: '/v3/auth/catalog'}],
          },
        },
      })
      credential = asObject(asObject(await answer.json()).application_credential)
    })
    const secret = {OS_AUTH_TYPE: 'v3applicationcredential', OS_APPLICATION_CREDENTIAL_SECRET: 'hidden-well'}

    it('by ID; a project in the environment does not disturb it', async () => {
      const env = {...secret, OS_APPLICATION_CREDENTIAL_ID: asText(credential.id), OS_PROJECT_NAME: 'other'}
      assert.equal((await accessOf(env)).projectId, project.id)
    })

    it('by name and user', async () => {
      const names = {
        OS_APPLICATION_CREDENTIAL_NAME: asText(credential.name),
        OS_USERNAME: user.name,
        OS_USER_DOMAIN_ID: 'default',
      }
      assert.equal((await accessOf({...secret, ...names})).userId, user.id)
    })

    it('its access rules hold', async () => {
      const {session} = await open({...secret, OS_APPLICATION_CREDENTIAL_ID: asText(credential.id)})
      assert.ok(Array.isArray((await session.get('identity', '/auth/catalog')).catalog))
      await assert.rejects(session.get('orchestration', '/stacks'), HttpError)
    })

    it('as an OAuth 2.0 client', async () => {
      const {session} = await open({
        OS_AUTH_TYPE: 'v3oauth2clientcredential',
        OS_OAUTH2_ENDPOINT: `${authUrl}/OS-OAUTH2/token`,
        OS_OAUTH2_CLIENT_ID: asText(credential.id),
        OS_OAUTH2_CLIENT_SECRET: 'hidden-well',
      })
      assert.equal((await session.access()).projectId, project.id)
      assert.ok(Array.isArray((await session.get('identity', '/auth/catalog')).catalog))
    })

    it('a wrong secret is refused', async () => {
      const env = {
        ...secret,
        OS_APPLICATION_CREDENTIAL_ID: asText(credential.id),
        OS_APPLICATION_CREDENTIAL_SECRET: 'no',
      }
      await assert.rejects(accessOf(env), AuthError)
    })
  })

  describe('with one-time passcodes', () => {
    let strict: {id: string; name: string; domain: string}
    const both = (code: string): Env => ({
      OS_AUTH_TYPE: 'v3multifactor',
      OS_AUTH_METHODS: 'v3password,v3totp',
      OS_USERNAME: strict.name,
      OS_PASSWORD: PASSWORD,
      OS_PASSCODE: code,
    })

    before(async () => {
      strict = await makeUser({multi_factor_auth_enabled: true, multi_factor_auth_rules: [['password', 'totp']]})
      for (const {id} of [user, strict])
        await make('/credentials', 'credential', {type: 'totp', blob: TOTP_SECRET, user_id: id})
    })

    it('alone', async () => {
      const env = {OS_AUTH_TYPE: 'v3totp', OS_USERNAME: user.name, OS_PASSCODE: passcode(TOTP_SECRET), ...inProject()}
      assert.equal((await accessOf(env)).projectId, project.id)
    })

    it('beside the password, where the user must give both', async () => {
      assert.equal((await accessOf(both(passcode(TOTP_SECRET)))).userId, strict.id)
    })

    it('the password alone is not enough, and the error says what else there is', async () => {
      await assert.rejects(accessOf({OS_USERNAME: strict.name, OS_PASSWORD: PASSWORD}), (error) => {
        return error instanceof AuthError && error.code === 'MoreFactors' && /v3multifactor/.test(error.hint ?? '')
      })
    })

    it('a wrong passcode is refused', async () => {
      await assert.rejects(accessOf({...both('000000'), OS_PROJECT_ID: project.id}), AuthError)
    })
  })

  it('with a trust', async () => {
    const {session} = await open(byName(inProject()))
    const trust = {
      trustor_user_id: user.id,
      trustee_user_id: trustee.id,
      project_id: project.id,
      impersonation: false,
      roles: [{id: member}],
    }
    const answer = await session.request({service: 'identity', method: 'POST', path: '/OS-TRUST/trusts', body: {trust}})
    const {id} = asObject(asObject(await answer.json()).trust)
    const access = await accessOf({OS_USER_ID: trustee.id, OS_PASSWORD: PASSWORD, OS_TRUST_ID: asText(id)})
    assert.equal(access.trustId, id)
    assert.equal(access.projectId, project.id)
    assert.equal(access.userId, trustee.id)
    await session.request({service: 'identity', method: 'DELETE', path: `/OS-TRUST/trusts/${asText(id)}`})
  })

  it('with OAuth 1.0a: consumer, request token, authorization, access token', async () => {
    const {id, secret} = await make('/OS-OAUTH1/consumers', 'consumer', {description: uniqueName('consumer')})
    const consumer = {consumerKey: asText(id) ?? '', consumerSecret: asText(secret) ?? ''}
    const {session} = await open(byName(inProject()))
    // Only an administrator may give a role away, and must have it.
    await put(`/projects/${project.id}/users/${(await login()).userId}/roles/${member}`)
    const url = (path: string) => `${authUrl}${path}`
    const form = async (path: string, headers: Record<string, string>): Promise<URLSearchParams> =>
      new URLSearchParams(await (await session.request({service: 'identity', method: 'POST', path, headers})).text())

    const path = '/OS-OAUTH1/request_token'
    const asking = oauth1Header('POST', url(path), consumer, {parameters: {oauth_callback: 'oob'}})
    const requested = await form(path, {authorization: asking, 'requested-project-id': project.id})
    const [token, tokenSecret] = [requested.get('oauth_token') ?? '', requested.get('oauth_token_secret') ?? '']

    const {body} = await api('identity', 'PUT', `/OS-OAUTH1/authorize/${token}`, {roles: [{id: member}]})
    const verifier = asText(asObject(asObject(body).token).oauth_verifier) ?? ''

    const access = '/OS-OAUTH1/access_token'
    const taking = oauth1Header(
      'POST',
      url(access),
      {...consumer, token, tokenSecret},
      {parameters: {oauth_verifier: verifier}},
    )
    const taken = await form(access, {authorization: taking})

    const env = {
      OS_AUTH_TYPE: 'v3oauth1',
      OS_CONSUMER_KEY: consumer.consumerKey,
      OS_CONSUMER_SECRET: consumer.consumerSecret,
      OS_ACCESS_KEY: taken.get('oauth_token') ?? '',
      OS_ACCESS_SECRET: taken.get('oauth_token_secret') ?? '',
    }
    assert.equal((await accessOf(env)).projectId, project.id)
    await assert.rejects(accessOf({...env, OS_ACCESS_SECRET: 'wrong'}), AuthError)
  })

  it('with admin_token: a token as it is, at one endpoint', async () => {
    const {token} = await login()
    const {session, requested} = await open({OS_AUTH_TYPE: 'token_endpoint', OS_TOKEN: token, OS_ENDPOINT: authUrl})
    assert.equal(asObject((await session.get('identity', `/users/${user.id}`)).user).name, user.name)
    assert.equal(requested.length, 1)
  })

  it('with none: what Keystone returns without authentication', async () => {
    const {session, requested} = await open({OS_AUTH_TYPE: 'none', OS_ENDPOINT: authUrl})
    assert.match(asText(asObject((await session.get('identity', '')).version).id) ?? '', /^v3/)
    assert.equal(requested.length, 1)
  })
})
