import {type JsonObject, type OAuth1Signer, type Session, signOAuth1} from '@osc-cli/core'

/** Requests an OAuth 1.0a token with a signed POST; Keystone's response is form-encoded. */
export async function requestOAuth1Token(
  session: Session,
  path: string,
  signer: OAuth1Signer,
  parameters: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<JsonObject> {
  const url = `${await session.endpoint('identity')}${path}`
  const authorization = await signOAuth1('POST', url, signer, {parameters})
  const answer = await session.request({
    service: 'identity',
    method: 'POST',
    path,
    headers: {...headers, authorization},
  })
  const form = Object.fromEntries(new URLSearchParams(await answer.text()))
  return {
    id: form.oauth_token,
    key: form.oauth_token,
    secret: form.oauth_token_secret,
    ...('oauth_expires_at' in form ? {expires: form.oauth_expires_at} : {}),
  }
}
