import {Flags, type JsonObject} from '@osc-cli/core'

const helpGroup = 'LOG-IN'

const onOff = (on: string, off: string) => ({
  on: (description: string) => Flags.boolean({description, helpGroup, exclusive: [off]}),
  off: (description: string) => Flags.boolean({description, helpGroup, exclusive: [on]}),
})
const lockout = onOff('ignore-lockout-failure-attempts', 'no-ignore-lockout-failure-attempts')
const expiry = onOff('ignore-password-expiry', 'no-ignore-password-expiry')
const firstUse = onOff('ignore-change-password-upon-first-use', 'no-ignore-change-password-upon-first-use')
const lock = onOff('enable-lock-password', 'disable-lock-password')
const factors = onOff('enable-multi-factor-auth', 'disable-multi-factor-auth')

/** https://docs.openstack.org/keystone/latest/admin/resource-options.html: what Keystone calls the options of a user. */
export const userOptionFlags = {
  'ignore-lockout-failure-attempts': lockout.on('Never lock the user out after failed logins'),
  'no-ignore-lockout-failure-attempts': lockout.off('Lock the user out after failed logins'),
  'ignore-password-expiry': expiry.on('Ignore the expiry of the password'),
  'no-ignore-password-expiry': expiry.off('Enforce the expiry of the password'),
  'ignore-change-password-upon-first-use': firstUse.on('Do not require a new password at the first login'),
  'no-ignore-change-password-upon-first-use': firstUse.off('Require a new password at the first login'),
  'enable-lock-password': lock.on('Prevent users from changing their own password'),
  'disable-lock-password': lock.off('Let users change their own password'),
  'enable-multi-factor-auth': factors.on('Require multi-factor authentication by the rules'),
  'disable-multi-factor-auth': factors.off('Do not require multi-factor authentication'),
  'multi-factor-auth-rule': Flags.strings({
    description: 'Authentication methods required together, such as password,totp (repeatable: alternatives)',
    helpValue: 'METHOD,METHOD',
    helpGroup,
  }),
}

type Pairs = Exclude<keyof typeof userOptionFlags, 'multi-factor-auth-rule'>
type UserOptionFlags = Record<Pairs, boolean> & {'multi-factor-auth-rule'?: string[] | undefined}

/** The `options` of a user's body; undefined if none was given. */
export function userOptions(flags: UserOptionFlags): JsonObject | undefined {
  const options: JsonObject = {
    ignore_lockout_failure_attempts: Flags.chosen(flags, {
      'ignore-lockout-failure-attempts': true,
      'no-ignore-lockout-failure-attempts': false,
    }),
    ignore_password_expiry: Flags.chosen(flags, {'ignore-password-expiry': true, 'no-ignore-password-expiry': false}),
    ignore_change_password_upon_first_use: Flags.chosen(flags, {
      'ignore-change-password-upon-first-use': true,
      'no-ignore-change-password-upon-first-use': false,
    }),
    lock_password: Flags.chosen(flags, {'enable-lock-password': true, 'disable-lock-password': false}),
    multi_factor_auth_enabled: Flags.chosen(flags, {
      'enable-multi-factor-auth': true,
      'disable-multi-factor-auth': false,
    }),
    multi_factor_auth_rules: flags['multi-factor-auth-rule']?.map((rule) => rule.split(',')),
  }
  return Object.values(options).some((value) => value !== undefined) ? options : undefined
}
