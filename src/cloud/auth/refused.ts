import {origin, param} from '#cloud/auth/params'
import type {CloudConfig} from '#cloud/config/types'
import {clockSkew} from '#cloud/http/clock'
import {failureOf} from '#cloud/http/failure'
import type {HttpAnswer, HttpRequest} from '#cloud/transport-types'
import {AuthError, type HttpError, NotFoundError} from '#errors'

/** What a failed log-in is told as: who tried, where, and what to look at. */
export async function refused(config: CloudConfig, request: HttpRequest, answer: HttpAnswer): Promise<Error> {
  const receipt = answer.headers['openstack-auth-receipt']
  const error = await failureOf(answer, request)
  // Keystone itself answers so to a token or trust that it does not know.
  const isKeystone = answer.headers['x-openstack-request-id'] !== undefined
  if (answer.status === 404 && !isKeystone) {
    return new NotFoundError(`There is no Keystone at ${request.url}: ${error.message}`, {
      hint: `Check auth_url${origin(config, 'auth_url')}.`,
      cause: error,
      code: 'NoKeystone',
    })
  }
  if (![401, 403, 404].includes(answer.status)) return error
  return receipt === undefined ? notAccepted(config, error, answer.headers.date) : incomplete(config, error)
}

function notAccepted(config: CloudConfig, error: HttpError, date: string | undefined): AuthError {
  const credential = config.authType === 'v3applicationcredential'
  const name = (credential ? CREDENTIALS : USERS).find((key) => param(config, key) !== undefined)
  // A token stands for itself, whatever user the file names beside it.
  const who =
    name === undefined || param(config, 'token') !== undefined
      ? 'The token'
      : `${name.replaceAll('_', ' ')} '${param(config, name)}'${origin(config, name)}`
  const cloud = config.name === undefined ? '' : ` of cloud '${config.name}'`
  const {code, fix, setting} = suspicion(config, error.failure.status, date)
  const tried = `${who} tried at ${param(config, 'auth_url')}${origin(config, 'auth_url')}.`
  return new AuthError(`Keystone does not accept the log-in${cloud}: ${error.message}`, {
    hint: `${tried} ${fix}`,
    cause: error,
    code,
    facts: {setting, place: config.sources[`auth.${setting}`]?.name},
  })
}

const CREDENTIALS = ['application_credential_id', 'application_credential_name']
const USERS = ['username', 'user_id', 'client_id', 'oauth2_client_id', 'consumer_key']

interface Suspicion {
  code: string
  fix: string
  /** The parameter to look at: `password`. */
  setting: string
}

/** What is most likely wrong: the clock, the token that was given, the password, or else whatever the secret is. */
function suspicion(config: CloudConfig, status: number, date: string | undefined): Suspicion {
  const skew = clockSkew(date)
  const secret = SECRETS.find((name) => param(config, name) !== undefined) ?? 'password'
  if (skew !== undefined && ['passcode', 'token', 'access_token'].includes(secret)) {
    const fix = `This machine's clock is ${skew} Keystone's, which ends tokens and one-time codes too early: set it.`
    return {code: 'ClockSkew', fix, setting: secret}
  }
  if (secret === 'token') {
    const over = `The token${origin(config, 'token')} has ended, was revoked, or is of another cloud`
    const fix = `${over}, and gets no new one: log in otherwise, with a password for instance, or name another cloud.`
    return {code: 'TokenExpired', fix, setting: secret}
  }
  // A credential holds its project, and by its ID also the user.
  const rest = config.authType === 'v3applicationcredential' ? '' : ', the domains and the project'
  const fix = `Check its ${secret.replaceAll('_', ' ')}${origin(config, secret)}${rest}.`
  const code = status !== 401 ? 'Auth' : secret === 'password' ? 'WrongPassword' : 'Http401'
  return {code, fix, setting: secret}
}

const SECRETS = ['token', 'passcode', 'application_credential_secret', 'client_secret', 'access_token', 'password']

/** Keystone liked what it got, and wants more: https://docs.openstack.org/keystone/latest/admin/multi-factor-authentication.html */
function incomplete(config: CloudConfig, error: HttpError): AuthError {
  return new AuthError(`The log-in needs another factor: ${error.message}`, {
    hint: `Use the authentication type v3multifactor, for instance with --os-auth-methods v3password,v3totp and --os-passcode; it is '${config.authType}' now.`,
    cause: error,
    code: 'MoreFactors',
  })
}
