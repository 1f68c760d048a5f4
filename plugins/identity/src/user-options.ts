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
  'ignore-lockout-failure-attempts': lockout.on('Failed logins never lock the user out.'),
  'no-ignore-lockout-failure-attempts': lockout.off('Failed logins lock the user out.'),
  'ignore-password-expiry': expiry.on('The password works beyond its expiry.'),
  'no-ignore-password-expiry': expiry.off('The password ends with its expiry.'),
  'ignore-change-password-upon-first-use': firstUse.on('The first login needs no new password.'),
  'no-ignore-change-password-upon-first-use': firstUse.off('The first login needs a new password.'),
  'enable-lock-password': lock.on('Users cannot change the password themselves.'),
  'disable-lock-password': lock.off('Users can change the password themselves.'),
  'enable-multi-factor-auth': factors.on('A login must satisfy one of the rules for several factors.'),
  'disable-multi-factor-auth': factors.off('The rules for several factors do not count.'),
  'multi-factor-auth-rule': Flags.strings({
    description: 'Methods that suffice together, as in password,totp; repeat for alternatives.',
    helpValue: 'METHOD,METHOD',
    helpGroup,
  }),
}

type Pairs = Exclude<keyof typeof userOptionFlags, 'multi-factor-auth-rule'>
type UserOptionFlags = Record<Pairs, boolean> & {'multi-factor-auth-rule'?: string[] | undefined}

/** The `options` of a user's body; undefined when none was given. */
export function userOptions(flags: UserOptionFlags): JsonObject | undefined {
  const options: JsonObject = {
    ignore_lockout_failure_attempts: Flags.either(
      flags['ignore-lockout-failure-attempts'],
      flags['no-ignore-lockout-failure-attempts'],
    ),
    ignore_password_expiry: Flags.either(flags['ignore-password-expiry'], flags['no-ignore-password-expiry']),
    ignore_change_password_upon_first_use: Flags.either(
      flags['ignore-change-password-upon-first-use'],
      flags['no-ignore-change-password-upon-first-use'],
    ),
    lock_password: Flags.either(flags['enable-lock-password'], flags['disable-lock-password']),
    multi_factor_auth_enabled: Flags.either(flags['enable-multi-factor-auth'], flags['disable-multi-factor-auth']),
    multi_factor_auth_rules: flags['multi-factor-auth-rule']?.map((rule) => rule.split(',')),
  }
  return Object.values(options).some((value) => value !== undefined) ? options : undefined
}
