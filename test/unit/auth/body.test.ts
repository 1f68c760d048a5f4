import assert from 'node:assert/strict'
import type {CloudConfig} from '#cloud/config/types'
import {ConfigError} from '#errors'
import type {Json} from '#json'
import {AUTH, fakeCloud, from, KEYSTONE, openFake} from '../session/fake-cloud.ts'

/** The body and headers of the log-in that a configuration leads to. */
async function logInOf(
  over: Partial<CloudConfig>,
): Promise<{auth: Json; headers: Readonly<Record<string, string>>; url: string}> {
  const cloud = fakeCloud()
  await openFake(cloud, over).access()
  const [sent] = cloud.sent
  assert.ok(sent && cloud.sent.length === 1)
  const {auth} = sent.json as {auth: Json}
  return {auth, headers: sent.headers, url: sent.url}
}

const {project_name: _, project_domain_id: __, ...UNSCOPED} = AUTH
const PASSWORD = {
  methods: ['password'],
  password: {user: {name: 'alice', domain: {id: 'default'}, password: 'wonderland'}},
}

const scopes: [string, CloudConfig['auth'], Json | undefined][] = [
  ['a project by name', {project_name: 'p', project_domain_name: 'D'}, {project: {name: 'p', domain: {name: 'D'}}}],
  [
    'a project by name, domain by ID',
    {project_name: 'p', project_domain_id: 'd'},
    {project: {name: 'p', domain: {id: 'd'}}},
  ],
  ['a project without a domain: the default one', {project_name: 'p'}, {project: {name: 'p', domain: {id: 'default'}}}],
  [
    'a project in default_domain_id',
    {project_name: 'p', default_domain_id: 'dd'},
    {project: {name: 'p', domain: {id: 'dd'}}},
  ],
  [
    'a project in default_domain_name',
    {project_name: 'p', default_domain_name: 'DD'},
    {project: {name: 'p', domain: {name: 'DD'}}},
  ],
  ['a project by ID', {project_id: 'pid'}, {project: {id: 'pid'}}],
  ['a project whose ID is a number', {project_id: 12345}, {project: {id: '12345'}}],
  ['a project by both: the ID', {project_id: 'pid', project_name: 'p'}, {project: {id: 'pid'}}],
  ['a domain by name', {domain_name: 'D'}, {domain: {name: 'D'}}],
  ['a domain by ID', {domain_id: 'd'}, {domain: {id: 'd'}}],
  ['the system', {system_scope: 'all'}, {system: {all: true}}],
  ['a trust', {trust_id: 't'}, {'OS-TRUST:trust': {id: 't'}}],
  ['nothing, by wish', {unscoped: true}, 'unscoped'],
  ['nothing, left to Keystone', {}, undefined],
  ['empty texts are nothing', {project_id: '', domain_name: ''}, undefined],
  ['a project goes before the system', {project_id: 'pid', system_scope: 'all'}, {project: {id: 'pid'}}],
]

describe('log-in with a password', () => {
  for (const [what, scope, expected] of scopes) {
    it(`is scoped to ${what}`, async () => {
      const {auth} = await logInOf({auth: {...UNSCOPED, ...scope}})
      assert.deepEqual(auth, expected === undefined ? {identity: PASSWORD} : {identity: PASSWORD, scope: expected})
    })
  }

  const users: [string, CloudConfig['auth'], Json][] = [
    ['name and domain name', {username: 'u', user_domain_name: 'D'}, {name: 'u', domain: {name: 'D'}}],
    ['name and domain ID', {username: 'u', user_domain_id: 'd'}, {name: 'u', domain: {id: 'd'}}],
    ['name alone: the default domain', {username: 'u'}, {name: 'u', domain: {id: 'default'}}],
    ['ID', {user_id: 'uid'}, {id: 'uid'}],
    ['both: the ID', {user_id: 'uid', username: 'u'}, {id: 'uid'}],
  ]
  for (const [what, user, expected] of users) {
    it(`names the user by ${what}`, async () => {
      const {auth} = await logInOf({auth: {auth_url: KEYSTONE, password: 'pw', ...user}})
      assert.deepEqual(auth, {
        identity: {methods: ['password'], password: {user: {...(expected as object), password: 'pw'}}},
      })
    })
  }

  it('takes the stronger source where two contradict each other', async () => {
    const {auth} = await logInOf({
      auth: {auth_url: KEYSTONE, password: 'pw', user_id: 'uid', username: 'u', project_name: 'p', system_scope: 'all'},
      sources: {
        'auth.username': from('option', '--os-username'),
        'auth.user_id': from('file', 'clouds.yaml:4'),
        'auth.project_name': from('file', 'clouds.yaml:5'),
        'auth.system_scope': from('environment', 'OS_SYSTEM_SCOPE'),
      },
    })
    assert.deepEqual(auth, {
      identity: {methods: ['password'], password: {user: {name: 'u', domain: {id: 'default'}, password: 'pw'}}},
      scope: {system: {all: true}},
    })
  })

  it('refuses two scopes of equal standing, and says where they come from', async () => {
    const sources = {
      'auth.project_id': from('environment', 'OS_PROJECT_ID'),
      'auth.domain_id': from('environment', 'OS_DOMAIN_ID'),
    }
    await assert.rejects(logInOf({auth: {...UNSCOPED, project_id: 'p', domain_id: 'd'}, sources}), (error) => {
      assert.ok(error instanceof ConfigError)
      assert.equal(error.exitCode, 3)
      assert.match(error.message, /project_id p \(from OS_PROJECT_ID\) and domain_id d \(from OS_DOMAIN_ID\)/)
      return true
    })
  })
})

const others: [string, Partial<CloudConfig>, Json, Record<string, string>?][] = [
  [
    'token',
    {authType: 'token', auth: {auth_url: KEYSTONE, token: 'tok', project_id: 'p'}},
    {identity: {methods: ['token'], token: {id: 'tok'}}, scope: {project: {id: 'p'}}},
    {'x-auth-token': 'tok'},
  ],
  [
    'v3applicationcredential by ID, never with a scope',
    {
      authType: 'v3applicationcredential',
      auth: {auth_url: KEYSTONE, application_credential_id: 'a', application_credential_secret: 's', project_id: 'p'},
    },
    {identity: {methods: ['application_credential'], application_credential: {id: 'a', secret: 's'}}},
  ],
  [
    'v3applicationcredential by name and user',
    {
      authType: 'v3applicationcredential',
      auth: {
        auth_url: KEYSTONE,
        application_credential_name: 'n',
        application_credential_secret: 's',
        username: 'u',
        user_domain_id: 'd',
      },
    },
    {
      identity: {
        methods: ['application_credential'],
        application_credential: {name: 'n', secret: 's', user: {name: 'u', domain: {id: 'd'}}},
      },
    },
  ],
  [
    'v3totp',
    {authType: 'v3totp', auth: {auth_url: KEYSTONE, user_id: 'u', passcode: '012345'}},
    {identity: {methods: ['totp'], totp: {user: {id: 'u', passcode: '012345'}}}},
  ],
  [
    'v3multifactor with a list',
    {
      authType: 'v3multifactor',
      auth: {
        auth_url: KEYSTONE,
        auth_methods: ['v3password', 'v3totp'],
        user_id: 'u',
        password: 'pw',
        passcode: '1',
        domain_id: 'd',
      },
    },
    {
      identity: {
        methods: ['password', 'totp'],
        password: {user: {id: 'u', password: 'pw'}},
        totp: {user: {id: 'u', passcode: '1'}},
      },
      scope: {domain: {id: 'd'}},
    },
  ],
  [
    'v3multifactor with a text',
    {
      authType: 'v3multifactor',
      auth: {auth_url: KEYSTONE, auth_methods: 'password, v3token', user_id: 'u', password: 'pw', token: 't'},
    },
    {identity: {methods: ['password', 'token'], password: {user: {id: 'u', password: 'pw'}}, token: {id: 't'}}},
    {'x-auth-token': 't'},
  ],
]

describe('log-in with', () => {
  for (const [what, over, auth, headers = {}] of others) {
    it(what, async () => {
      const sent = await logInOf(over)
      assert.deepEqual(sent.auth, auth)
      for (const [name, value] of Object.entries(headers)) assert.equal(sent.headers[name], value)
    })
  }
})
