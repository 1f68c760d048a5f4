import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import AccessTokenCreate from '#commands/access/token/create'
import ApplicationCredentialCreate from '#commands/application/credential/create'
import CredentialCreate from '#commands/credential/create'
import CredentialSet from '#commands/credential/set'
import RequestTokenCreate from '#commands/request/token/create'
import TokenRevoke from '#commands/token/revoke'
import UserCreate from '#commands/user/create'
import UserPasswordSet from '#commands/user/password/set'
import UserSet from '#commands/user/set'

type Declared = Readonly<Record<string, object>>

describe('declared secrets', () => {
  const secrets: [string, Declared, string[]][] = [
    ['access token create', AccessTokenCreate.flags, ['consumer-secret', 'request-secret', 'verifier']],
    ['application credential create', ApplicationCredentialCreate.flags, ['secret']],
    ['credential create', CredentialCreate.args, ['data']],
    ['credential set', CredentialSet.flags, ['data']],
    ['request token create', RequestTokenCreate.flags, ['consumer-secret']],
    ['token revoke', TokenRevoke.args, ['token']],
    ['user create', UserCreate.flags, ['password']],
    ['user password set', UserPasswordSet.flags, ['original-password', 'password']],
    ['user set', UserSet.flags, ['password']],
  ]
  for (const [command, declared, names] of secrets)
    it(`${command}: ${names.join(', ')}`, () => {
      const found = Object.keys(declared).filter((name) => 'secret' in (declared[name] ?? {}))
      assert.deepEqual(found.sort(), names)
    })
})
