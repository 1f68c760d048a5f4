import assert from 'node:assert/strict'
import {listClouds} from '#cloud/config/list'
import {loadCloudConfig} from '#cloud/config/load'
import {requireCloud} from '#cloud/config/require'
import {isSecretKey} from '#cloud/config/secret-keys'
import {ConfigError} from '#errors'
import {type CaseInput, inPlace} from './place.ts'

const cloud = (text: string): CaseInput => ({files: {'work/clouds.yaml': `clouds:\n  one: {${text}}\n`}})
const check = async (given: CaseInput) => requireCloud(await inPlace(given, loadCloudConfig))

describe('requireCloud', () => {
  const ENOUGH: Record<string, CaseInput> = {
    'a user': cloud('auth: {auth_url: http://x, username: u}'),
    'a user by id': cloud('auth: {auth_url: http://x, user_id: u}'),
    'a token': cloud('auth_type: token, auth: {auth_url: http://x, token: t}'),
    'an application credential': cloud(
      'auth_type: v3applicationcredential, auth: {auth_url: http://x, application_credential_id: i, application_credential_secret: s}',
    ),
    'a one-time code to be asked for': cloud('auth_type: v3totp, auth: {auth_url: http://x, username: u}'),
    'none with an endpoint': cloud('auth_type: none, auth: {endpoint: http://x}'),
    'none with an endpoint of a service': cloud('auth_type: none, baremetal_endpoint_override: http://x'),
    'token and endpoint': {options: {token: 't', endpoint: 'http://x'}},
  }
  for (const [title, given] of Object.entries(ENOUGH)) it(`is content with ${title}`, () => check(given))

  const MISSING: Record<string, [CaseInput, RegExp]> = {
    'no cloud at all': [{}, /^No cloud is selected\.\nAdd a cloud with: osc cloud add NAME\..*osc sandbox start/],
    'an entry whose settings stand beside it': [
      {files: {'work/clouds.yaml': 'clouds:\n  a:\n  auth:\n    username: u\n'}, options: {cloud: 'a'}},
      /^clouds\.yaml:2: cloud "a" is empty\.\nIndent its settings/,
    ],
    'more entries than a message can list': [
      {files: {'work/clouds.yaml': `clouds: {${Array.from({length: 30}, (_, n) => `c${n}: {}`).join(', ')}}`}},
      /: c0, c1, .*c9 and 20 more\.$/,
    ],
    'none chosen': [
      {files: {'work/clouds.yaml': 'clouds: {a: {}, b: {}}'}},
      /^No cloud is selected\.\nSelect one with --os-cloud, OS_CLOUD or osc cloud use: a, b\.$/,
    ],
    'no auth_url': [
      cloud('auth: {username: u}'),
      /^Cloud "one" does not have the settings that authentication type password needs: auth_url\.\nSet auth\.auth_url in clouds\.one, OS_AUTH_URL or --os-auth-url\.$/,
    ],
    'no user': [
      cloud('auth: {auth_url: http://x}'),
      /needs: username or user_id\.\nSet auth\.username in clouds\.one, OS_USERNAME/,
    ],
    neither: [cloud('region_name: R'), /needs: auth_url, username or user_id\./],
    'variables that say too little': [
      {env: {OS_USERNAME: 'u'}},
      /^The configuration does not have .*: auth_url\.\nSet OS_AUTH_URL or --os-auth-url\.$/,
    ],
    'variables beside a cloud': [
      {...cloud('auth: {auth_url: http://x}'), env: {OS_USERNAME: 'u'}},
      /Or choose a cloud with --os-cloud: one\.$/,
    ],
    'an application credential without its type': [
      cloud('auth: {auth_url: http://x, application_credential_id: i}'),
      /set auth_type .*to v3applicationcredential/,
    ],
    'an application credential in variables without its type': [
      {env: {OS_AUTH_URL: 'http://x', OS_APPLICATION_CREDENTIAL_ID: 'i', OS_APPLICATION_CREDENTIAL_SECRET: 's'}},
      /set auth_type \(OS_AUTH_TYPE, --os-auth-type\) to v3applicationcredential/,
    ],
    'half an application credential': [
      cloud('auth_type: v3applicationcredential, auth: {auth_url: http://x, application_credential_id: i}'),
      /: application_credential_secret\./,
    ],
    'no endpoint': [
      cloud('auth_type: none'),
      /authentication type none needs: endpoint\.\nSet auth\.endpoint in clouds\.one, OS_ENDPOINT/,
    ],
    'no endpoint for a token': [
      cloud('auth_type: token_endpoint, auth: {token: t}'),
      /authentication type admin_token needs: endpoint\./,
    ],
    'an unknown type': [
      cloud('auth_type: pasword'),
      /^clouds\.yaml:2: "pasword" is not an authentication type\.\nDid you mean password/,
    ],
    'a type of the past': [cloud('auth_type: v2password'), /^clouds\.yaml:2: .*v2password.*no longer/],
  }
  for (const [title, [given, says]] of Object.entries(MISSING)) {
    it(`refuses ${title}`, async () => {
      const error: unknown = await check(given).catch((reason: unknown) => reason)
      assert.ok(error instanceof ConfigError)
      assert.match(`${error.message}\n${error.hint}`, says)
    })
  }
})

describe('listClouds', () => {
  it('has names, places and regions', async () => {
    const text = 'clouds:\n  one:\n    regions: [A, {name: B}]\n  two:\n    profile: elastx\n  three: {}\n'
    const files = {'work/clouds.yaml': text, 'work/secure.yaml': 'clouds:\n  one: {auth: {password: p}}\n  four: {}\n'}
    assert.deepEqual(await inPlace({files}, listClouds), [
      {name: 'one', place: 'clouds.yaml:2', regions: ['A', 'B']},
      {name: 'two', place: 'clouds.yaml:4', regions: ['se-sto']},
      {name: 'three', place: 'clouds.yaml:6', regions: []},
      {name: 'four', place: 'secure.yaml:3', regions: []},
    ])
  })
  it('is empty without files', async () => assert.deepEqual(await inPlace({}, listClouds), []))
})

describe('isSecretKey', () => {
  const secret =
    'password passcode token auth_token access_token client_secret application_credential_secret adminPass code private_key user-password'
  const plain =
    'username auth_url access_token_endpoint access_token_type token_endpoint application_credential_id key key_manager_api_version country_code'
  for (const key of secret.split(' ')) it(`hides ${key}`, () => assert.equal(isSecretKey(key), true))
  for (const key of plain.split(' ')) it(`shows ${key}`, () => assert.equal(isSecretKey(key), false))
})
