import type {AuthContext} from '#cloud/auth/types'
import {failureOf} from '#cloud/http/failure'
import type {HttpRequest} from '#cloud/transport-types'
import {AuthError, ConnectionError} from '#errors'
import {asObject, asText, decodeJson, type JsonObject} from '#json'

/** What an OAuth 2.0 endpoint answered; the body is empty where it was not a JSON object. */
export interface FormAnswer {
  url: string
  status: number
  body: JsonObject
}

/** Sends a form to an OAuth 2.0 endpoint (RFC 6749); HttpError only when the server itself failed or is overloaded. */
export async function postForm(
  {transport}: AuthContext,
  url: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<FormAnswer> {
  const request: HttpRequest = {
    method: 'POST',
    url,
    headers: {accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...headers},
    body: new URLSearchParams(form).toString(),
  }
  const answer = await transport.send(request)
  if (answer.status >= 500 || answer.status === 429) throw await failureOf(answer, request)
  return {url, status: answer.status, body: decoded(await answer.text())}
}

/** The token of the kind wanted; AuthError with the endpoint's reason when it gave none. */
export function tokenIn({trace}: AuthContext, {url, status, body}: FormAnswer, kind = 'access_token'): string {
  const token = asText(body[kind])
  if (status < 400 && token !== undefined) {
    trace.secret(token)
    return token
  }
  if (status < 400) {
    throw new ConnectionError(`${url} returned HTTP ${status} without an ${kind}.`, {
      hint: 'Check that the URL is a token endpoint.',
      code: 'WrongBody',
    })
  }
  throw new AuthError(`${url} did not issue an ${kind}: ${reasonIn({url, status, body})}.`, {
    hint:
      body.error === 'invalid_grant'
        ? 'Check the user name and the password, or the code.'
        : 'Check the client ID, its secret and the requested scope.',
  })
}

/** Why an endpoint refused, in its own words. */
export function reasonIn({status, body}: FormAnswer): string {
  const parts = [body.error, body.error_description].map(asText).filter((text) => text !== undefined)
  return parts.join(': ') || `status ${status}`
}

function decoded(text: string): JsonObject {
  try {
    return asObject(decodeJson(text))
  } catch {
    return {}
  }
}
