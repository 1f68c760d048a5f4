import {createHash, randomBytes} from 'node:crypto'
import {federatedLogin} from '#cloud/auth/federation'
import {clientAuthorization, discoverProvider, endpointOf, openidScope} from '#cloud/auth/oidc'
import {needed, param} from '#cloud/auth/params'
import {type FormAnswer, postForm, reasonIn, tokenIn} from '#cloud/auth/token-endpoint'
import type {AuthContext, LogIn} from '#cloud/auth/types'
import {pollThroughOutages} from '#cloud/outage'
import {AuthError, ConfigError, WaitError} from '#errors'
import {asText, type Json, type JsonObject} from '#json'
import {pause} from '#terminal/pause'

const GRANT = 'urn:ietf:params:oauth:grant-type:device_code'

// RFC 8628, sections 3.2 and 3.5; seconds.
const USUAL_INTERVAL = 5
const LONGEST_INTERVAL = 60
const SLOWER_BY = 5
const USUAL_LIFETIME = 600
const LONGEST_LIFETIME = 3600

type Form = Record<string, string>

/** `v3oidcdeviceauthz`: the person logs in with a browser, anywhere, while osc waits. RFC 8628, with PKCE when asked for. */
export const logIn: LogIn = async (context) => {
  const provider = await discoverProvider(context)
  const url = endpointOf(context, provider, 'token_endpoint', 'access_token_endpoint')
  const proof = codeChallenge(context)
  const device = await startDevice(context, provider, proof.challenge)
  const form = {grant_type: GRANT, device_code: asText(device.device_code) ?? '', ...proof.verifier}
  return await federatedLogin(context, tokenIn(context, await waitForPerson(context, url, form, device)))
}

async function startDevice(context: AuthContext, provider: JsonObject, challenge: Form): Promise<JsonObject> {
  const url = endpointOf(context, provider, 'device_authorization_endpoint', 'device_authorization_endpoint')
  const answer = await postAsClient(context, url, {scope: openidScope(context), ...challenge})
  const {device_code, user_code, verification_uri, verification_uri_complete} = answer.body
  const place = asText(verification_uri_complete) ?? asText(verification_uri)
  if (answer.status >= 400 || place === undefined || asText(device_code) === undefined) {
    throw new AuthError(`${url} did not start a device authorization: ${reasonIn(answer)}.`, {
      hint: 'Check client_id and device_authorization_endpoint.',
    })
  }
  const code = verification_uri_complete === undefined ? ` and enter the code ${asText(user_code)}` : ''
  context.terminal.print(`To log in, open ${place}${code}.`)
  return answer.body
}

/** Asks until the person has decided; the answer, whether it is a token or a refusal. */
async function waitForPerson(context: AuthContext, url: string, form: Form, device: JsonObject): Promise<FormAnswer> {
  let interval = secondsOf(device.interval, USUAL_INTERVAL, LONGEST_INTERVAL)
  const end = Date.now() + secondsOf(device.expires_in, USUAL_LIFETIME, LONGEST_LIFETIME) * 1000
  const poll = async (): Promise<FormAnswer | undefined> => {
    if (Date.now() >= end)
      throw new WaitError('The device code expired before the login in the browser was completed.', {
        hint: 'Run the command again.',
      })
    const answer = await postAsClient(context, url, form)
    const {error} = answer.body
    if (error !== 'authorization_pending' && error !== 'slow_down') return answer
    if (error === 'slow_down') interval = Math.min(interval + SLOWER_BY, LONGEST_INTERVAL)
    return undefined
  }
  const polling = {
    pause: (seconds: number) => pause(seconds, context.signal),
    note: async (message: string) => context.terminal.print(message),
  }
  return await pollThroughOutages(polling, poll, () => interval)
}

/** A provider's number of seconds, from one up to `most`; `usual` where it is not a number. */
export function secondsOf(value: Json | undefined, usual: number, most: number): number {
  const seconds = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), most) : usual
}

/** A public client, one without a secret, only names itself. */
function postAsClient(context: AuthContext, url: string, form: Form): Promise<FormAnswer> {
  return param(context.config, 'client_secret') === undefined
    ? postForm(context, url, {...form, client_id: needed(context.config, 'client_id')})
    : postForm(context, url, form, clientAuthorization(context))
}

/** Proof Key for Code Exchange, RFC 7636; only with `code_challenge_method`. */
function codeChallenge({config, trace}: AuthContext): {challenge: Form; verifier: Form} {
  const method = param(config, 'code_challenge_method')
  if (method === undefined) return {challenge: {}, verifier: {}}
  if (method !== 'S256')
    throw new ConfigError(`code_challenge_method '${method}' is not supported.`, {hint: 'Use S256.'})
  const verifier = randomBytes(48).toString('base64url')
  trace.secret(verifier)
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  return {challenge: {code_challenge: challenge, code_challenge_method: method}, verifier: {code_verifier: verifier}}
}
