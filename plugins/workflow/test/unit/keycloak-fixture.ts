import {createPublicKey, createSign, createVerify, generateKeyPairSync} from 'node:crypto'
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {asObject, asText, decodeJson} from '@osc-cli/core'

export const REALM = 'factory'
const USER = {username: 'alice', password: 'wonder land&land'}
const CLIENT = {id: 'mistral', secret: 'client-hush'}

/** A Keycloak and a Mistral that believes it, on one port. Mistral's answers come from `mistral`, once the token is verified. */
export async function startKeycloak(mistral: (request: IncomingMessage, response: ServerResponse) => Promise<void>) {
  const {privateKey, publicKey} = generateKeyPairSync('rsa', {modulusLength: 2048})
  const state = {issued: [] as string[], lifetime: 300, url: '', accepted: new Set<string>()}
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body))
    const [, realm] = /^\/auth\/realms\/([^/]+)\/protocol\/openid-connect\/token$/.exec(request.url ?? '') ?? []
    if (realm !== undefined) return answer(...(await issue(realm, request)))
    const verified = verify(request)
    if (verified) return await mistral(request, response)
    return answer(401, {faultstring: 'Unauthorized'})
  })

  /** As Keycloak's token endpoint answers: its order of checks, codes and words. */
  async function issue(realm: string, request: IncomingMessage): Promise<[status: number, body: object]> {
    const body = Buffer.concat(await Array.fromAsync(request)).toString()
    const form = Object.fromEntries(new URLSearchParams(body))
    if (realm !== REALM) return [404, {error: 'Realm does not exist'}]
    if (form.grant_type === undefined)
      return [400, {error: 'invalid_request', error_description: 'Missing form parameter: grant_type'}]
    if (form.client_id !== CLIENT.id)
      return [401, {error: 'invalid_client', error_description: 'Invalid client or Invalid client credentials'}]
    if (form.client_secret !== CLIENT.secret)
      return [401, {error: 'unauthorized_client', error_description: 'Invalid client or Invalid client credentials'}]
    if (form.grant_type !== 'password') return [400, {error: 'unsupported_grant_type'}]
    if (form.username !== USER.username || form.password !== USER.password)
      return [401, {error: 'invalid_grant', error_description: 'Invalid user credentials'}]
    const token = signed({iss: `${state.url}/auth/realms/${realm}`, jti: state.issued.length, scope: form.scope})
    state.issued.push(token)
    state.accepted.add(token)
    return [200, {access_token: token, expires_in: state.lifetime, refresh_token: 'refresh-hush', token_type: 'Bearer'}]
  }

  function signed(claims: object): string {
    const parts = [{alg: 'RS256', typ: 'JWT'}, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    )
    const input = parts.join('.')
    return `${input}.${createSign('RSA-SHA256').update(input).sign(privateKey, 'base64url')}`
  }

  /** As Mistral's keycloak handler: the signature of the token in X-Auth-Token, and the realm of its issuer as the project. */
  function verify({headers}: IncomingMessage): boolean {
    const token = String(headers['x-auth-token'])
    const [head = '', claims = '', signature = ''] = token.split('.')
    const isSigned = createVerify('RSA-SHA256')
      .update(`${head}.${claims}`)
      .verify(createPublicKey(publicKey.export({type: 'spki', format: 'pem'})), signature, 'base64url')
    if (!isSigned || !state.accepted.has(token)) return false
    const {iss} = asObject(decodeJson(Buffer.from(claims, 'base64url').toString()))
    return asText(iss)?.split('/realms/').at(-1) === headers['x-project-id']
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    state,
    secrets: [USER.password, CLIENT.secret, 'refresh-hush'],
    auth: {
      auth_url: `${state.url}/auth`,
      endpoint: `${state.url}/v2`,
      project_name: REALM,
      client_id: CLIENT.id,
      client_secret: CLIENT.secret,
      ...USER,
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
