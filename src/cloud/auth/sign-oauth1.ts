import type {OAuth1Options, OAuth1Signer} from '#cloud/auth/oauth1-signature'

export type {OAuth1Signer}

/**
 * The Authorization header of a request signed with OAuth 1.0a and HMAC-SHA1 (RFC 5849). Parameters in the URL's query are
 * signed too; a body is not, so that it must be no form.
 */
export async function signOAuth1(
  method: string,
  url: string,
  signer: OAuth1Signer,
  options?: OAuth1Options,
): Promise<string> {
  const {oauth1Header} = await import('#cloud/auth/oauth1-signature')
  return oauth1Header(method, url, signer, options)
}
