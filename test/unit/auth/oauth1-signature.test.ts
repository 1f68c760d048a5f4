import assert from 'node:assert/strict'
import {oauth1Header} from '#cloud/auth/oauth1-signature'

const SIGNER = {
  consumerKey: 'dpf43f3p2l4k3l03',
  consumerSecret: 'kd94hf93k423kf44',
  token: 'nnch734d00sl2jdk',
  tokenSecret: 'pfkkdhi9sl3r4s00',
}

const parsed = (header: string): Record<string, string> =>
  Object.fromEntries(
    header
      .replace('OAuth ', '')
      .split(', ')
      .map((field) => field.split('=', 2).map((part) => decodeURIComponent(part.replaceAll('"', '')))),
  )

describe('OAuth 1.0a signature', () => {
  it('is that of the example in OAuth Core 1.0, appendix A.5', () => {
    const url = 'http://photos.example.net/photos?file=vacation.jpg&size=original'
    const header = oauth1Header('GET', url, SIGNER, {nonce: 'kllo9940pd9333jh', timestamp: 1191242096})
    assert.deepEqual(parsed(header), {
      oauth_nonce: 'kllo9940pd9333jh',
      oauth_timestamp: '1191242096',
      oauth_version: '1.0',
      oauth_signature_method: 'HMAC-SHA1',
      oauth_consumer_key: 'dpf43f3p2l4k3l03',
      oauth_token: 'nnch734d00sl2jdk',
      oauth_signature: 'tR3+Ty81lMeYAr/Fid0kMTYa/WM=',
    })
  })

  it('covers further parameters and escapes what must be', () => {
    const options = {nonce: 'a', timestamp: 1, parameters: {oauth_callback: "oob!*'()"}}
    const {consumerKey, consumerSecret} = SIGNER
    const header = oauth1Header('post', 'https://k.example:5000/v3/x', {consumerKey, consumerSecret}, options)
    assert.match(header, /oauth_callback="oob%21%2A%27%28%29"/)
    assert.equal(parsed(header).oauth_signature, SIGNED)
  })

  it('has a nonce of its own each time', () => {
    const nonce = () => parsed(oauth1Header('GET', 'http://x/', SIGNER)).oauth_nonce
    assert.notEqual(nonce(), nonce())
    assert.match(nonce() ?? '', /^[0-9a-f]{32}$/)
  })
})

// By oauthlib 3.2: Client(key, client_secret, nonce='a', timestamp='1', callback_uri="oob!*'()").
const SIGNED = '+NOBfoq1PAZM4NiZNQREh1xyb0k='
