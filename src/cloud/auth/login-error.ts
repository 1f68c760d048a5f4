import {origin, param, strongest} from '#cloud/auth/params'
import type {CloudConfig} from '#cloud/config/types'
import {clockSkew} from '#cloud/http/clock'
import {placeOf} from '#cloud/http/explain'
import {failureOf} from '#cloud/http/failure'
import type {HttpAnswer, HttpRequest} from '#cloud/transport-types'
import {AuthError, type HttpError, NotFoundError} from '#errors'

/** The error for a failed log-in: who tried, where, and what to check. */
export async function loginError(config: CloudConfig, request: HttpRequest, answer: HttpAnswer): Promise<Error> {
  const receipt = answer.headers['openstack-auth-receipt']
  const error = await failureOf(answer, request)
  // Keystone also answers 404 to a token or trust that it does not know; to a wrong path it says something else.
  if (answer.status === 404 && !UNKNOWN_CREDENTIAL.test(error.message)) {
    return new NotFoundError(`No Keystone was found at ${placeOf(request.url)}: ${error.message}`, {
      hint: `Check auth_url${origin(config, 'auth_url')}.`,
      cause: error,
      code: 'NoKeystone',
    })
  }
  if (![401, 403, 404].includes(answer.status)) return error
  return receipt === undefined ? rejectedLogin(config, error, answer.headers.date) : missingFactor(config, error)
}

const UNKNOWN_CREDENTIAL = /could not (?:find (?!the )|recognize )\w|not a recognized/i

function rejectedLogin(config: CloudConfig, error: HttpError, date: string | undefined): AuthError {
  const credential = config.authType === 'v3applicationcredential'
  const name = credential ? firstOf(config, CREDENTIALS) : (strongest(config, USERS) ?? firstOf(config, CLIENTS))
  // A token stands for itself, whatever user the file names beside it.
  const who =
    name === undefined || param(config, 'token') !== undefined
      ? 'the token'
      : `${name.replaceAll('_', ' ')} '${param(config, name)?.trim()}'${origin(config, name)}`
  const cloud = config.name === undefined ? '' : ` of cloud '${config.name}'`
  const {code, fix, setting} = suspicion(config, error.failure.status, date)
  const tried = `Tried ${who} at ${placeOf(param(config, 'auth_url')?.trim() ?? '')}${origin(config, 'auth_url')}.`
  return new AuthError(`Keystone rejected the login${cloud}: ${error.message}`, {
    hint: `${tried} ${blankEnd(config) ?? fix}`,
    cause: error,
    code,
    facts: {setting, place: config.sources[`auth.${setting}`]?.name},
  })
}

const CREDENTIALS = ['application_credential_id', 'application_credential_name']
/** As `identityUser` chooses. */
const USERS = ['user_id', 'username']
const CLIENTS = ['client_id', 'oauth2_client_id', 'consumer_key']

const firstOf = (config: CloudConfig, names: readonly string[]): string | undefined =>
  names.find((name) => param(config, name) !== undefined)

/** A file with Windows line ends gives each variable a carriage return, which nobody sees. */
function blankEnd(config: CloudConfig): string | undefined {
  const name = Object.keys(config.auth).find((key) => /\s$/.test(param(config, key) ?? ''))
  if (name === undefined) return undefined
  const setting = config.sources[`auth.${name}`]?.name ?? name
  return param(config, name)?.endsWith('\r')
    ? `Remove the carriage return at the end of ${name} (${setting}): the file that sets it has Windows line endings.`
    : `Remove the white space at the end of ${name} (${setting}).`
}

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
    const fix = `Set the clock of this machine: it is ${skew} that of Keystone, so tokens and one-time codes expire too early.`
    return {code: 'ClockSkew', fix, setting: secret}
  }
  if (secret === 'token') {
    const reason = `The token${origin(config, 'token')} has expired, was revoked, or belongs to another cloud`
    const fix = `${reason}. Log in with other credentials, such as a password, or select another cloud.`
    return {code: 'TokenExpired', fix, setting: secret}
  }
  // An application credential determines its project and user.
  const rest = config.authType === 'v3applicationcredential' ? '' : ', the domains and the project'
  const fix = `Check the ${secret.replaceAll('_', ' ')}${origin(config, secret)}${rest}.`
  const code = status !== 401 ? 'Auth' : secret === 'password' ? 'WrongPassword' : 'Http401'
  return {code, fix, setting: secret}
}

const SECRETS = ['token', 'passcode', 'application_credential_secret', 'client_secret', 'access_token', 'password']

/** Keystone accepted the first factor and needs another one: https://docs.openstack.org/keystone/latest/admin/multi-factor-authentication.html */
function missingFactor(config: CloudConfig, error: HttpError): AuthError {
  return new AuthError(`The login requires another factor: ${error.message}`, {
    hint: `Use the authentication type v3multifactor, for example with --os-auth-methods v3password,v3totp and --os-passcode. The current type is '${config.authType}'.`,
    cause: error,
    code: 'MoreFactors',
  })
}
