import {createHmac, randomUUID} from 'node:crypto'
import {pathSegment, type Session} from '@osc-cli/core'

/** What a temporary URL is created for. */
export interface TempUrlRequest {
  /** Part of the container's name when none is given. */
  name: string
  container: string | undefined
  minutes: number
}

/**
 * Creates an empty object in Swift and a URL that allows a PUT to it until it expires. Sets the account's key if
 * there is none. https://docs.openstack.org/swift/latest/api/temporary_url_middleware.html
 */
export async function createTempUrl(session: Session, {name, container, minutes}: TempUrlRequest): Promise<string> {
  const endpoint = new URL(await session.endpoint('object-store'))
  const folder = container ?? `${name}-${randomUUID()}`
  const path = `${pathSegment(folder, 'container')}/${randomUUID()}`
  await session.request({service: 'object-store', method: 'PUT', path: `/${pathSegment(folder, 'container')}`})
  const key = await accountKey(session)
  await session.request({service: 'object-store', method: 'PUT', path: `/${path}`, body: ''})
  const whole = `${endpoint.pathname}/${path}`
  const expires = Math.floor(Date.now() / 1000) + minutes * 60
  // Swift compares with the path that it has decoded.
  const signed = `PUT\n${expires}\n${decodeURIComponent(whole)}`
  const signature = createHmac('sha256', key).update(signed).digest('hex')
  return `${endpoint.origin}${whole}?temp_url_sig=${signature}&temp_url_expires=${expires}`
}

const KEY_HEADER = 'x-account-meta-temp-url-key'

async function accountKey(session: Session): Promise<string> {
  const {headers} = await session.request({service: 'object-store', method: 'HEAD', path: ''})
  const known = headers[KEY_HEADER]
  if (known) return known
  const key = randomUUID().slice(0, 32)
  await session.request({service: 'object-store', method: 'POST', path: '', headers: {[KEY_HEADER]: key}})
  return key
}
