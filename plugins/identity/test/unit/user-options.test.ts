import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {userOptions} from '#user-options'

const none = {
  'ignore-lockout-failure-attempts': false,
  'no-ignore-lockout-failure-attempts': false,
  'ignore-password-expiry': false,
  'no-ignore-password-expiry': false,
  'ignore-change-password-upon-first-use': false,
  'no-ignore-change-password-upon-first-use': false,
  'enable-lock-password': false,
  'disable-lock-password': false,
  'enable-multi-factor-auth': false,
  'disable-multi-factor-auth': false,
}

describe('userOptions', () => {
  const cases: [Partial<Parameters<typeof userOptions>[0]>, unknown][] = [
    [{}, undefined],
    [{'ignore-lockout-failure-attempts': true}, {ignore_lockout_failure_attempts: true}],
    [{'no-ignore-lockout-failure-attempts': true}, {ignore_lockout_failure_attempts: false}],
    [{'ignore-password-expiry': true}, {ignore_password_expiry: true}],
    [{'no-ignore-password-expiry': true}, {ignore_password_expiry: false}],
    [{'ignore-change-password-upon-first-use': true}, {ignore_change_password_upon_first_use: true}],
    [{'no-ignore-change-password-upon-first-use': true}, {ignore_change_password_upon_first_use: false}],
    [{'enable-lock-password': true}, {lock_password: true}],
    [{'disable-lock-password': true}, {lock_password: false}],
    [{'enable-multi-factor-auth': true}, {multi_factor_auth_enabled: true}],
    [{'disable-multi-factor-auth': true}, {multi_factor_auth_enabled: false}],
    [
      {'multi-factor-auth-rule': ['password,totp', 'password']},
      {multi_factor_auth_rules: [['password', 'totp'], ['password']]},
    ],
  ]
  for (const [given, expected] of cases) {
    it(`${JSON.stringify(given)}`, () => {
      const options = userOptions({...none, ...given})
      assert.deepEqual(options && JSON.parse(JSON.stringify(options)), expected)
    })
  }
})
