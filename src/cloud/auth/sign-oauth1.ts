import type {OAuth1Options, OAuth1Signer} from '#cloud/auth/oauth1-signature'

export type {OAuth1Signer}

/** The Authorization header of a request signed with OAuth 1.0a; what it takes is loaded only now. */
export async function signOAuth1(
  method: string,
  url: string,
  signer: OAuth1Signer,
  options?: OAuth1Options,
): Promise<string> {
  const {oauth1Header} = await import('#cloud/auth/oauth1-signature')
  return oauth1Header(method, url, signer, options)
}
