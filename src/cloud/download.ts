import type {Readable} from 'node:stream'
import {basic} from '#cloud/auth/basic'
import type {CloudConfig} from '#cloud/config/types'
import {discard} from '#cloud/http/discard'
import {placeOf} from '#cloud/http/explain'
import {decoded} from '#cloud/http/proxy'
import {type SessionRuntime, transportOptions} from '#cloud/open'
import {createTransport} from '#cloud/transport'
import type {HttpAnswer} from '#cloud/transport-types'
import {HttpError, UsageError} from '#errors'

/** Seconds without a byte, where the configuration sets no api_timeout. */
const IDLE_SECONDS = 60

/** Returns the decoded body of an http or https URL as a stream. */
export type Download = (url: string) => Promise<Readable>

/**
 * Downloads files that do not belong to the cloud, such as templates. They take the same route as requests to services:
 * proxies, authorities, client certificate, retries and redirects (but not from https to http). No token is sent.
 * ConnectionError without a response, HttpError at 400 and above.
 */
export function createDownload(config: CloudConfig, runtime: SessionRuntime): Download {
  const options = transportOptions(config, runtime)
  const {trace} = runtime
  const transport = createTransport({
    ...options,
    timeout: options.timeout ?? IDLE_SECONDS,
    addressHint: 'Check the URL.',
  })
  return async (address) => {
    const {url, username, password} = parse(address)
    const headers: Record<string, string> = {accept: '*/*'}
    if (username) headers.authorization = basic(trace, decoded(username), decoded(password))
    const answer = await transport.send({method: 'GET', url, headers, keepTls: true})
    if (answer.status >= 200 && answer.status < 300) return answer.stream()
    discard(answer)
    throw failed(answer)
  }
}

/** The URL without its user and password, which become a header. */
function parse(address: string): {url: string; username: string; password: string} {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`'${placeOf(address)}' is not a valid http or https URL.`, {hint: 'Check the URL.'})
  }
  const {username, password} = url
  url.username = ''
  url.password = ''
  return {url: url.href, username, password}
}

function failed({status, url}: HttpAnswer): HttpError {
  const reason = process.getBuiltinModule('node:http').STATUS_CODES[status] ?? ''
  const message = `GET ${placeOf(url)} failed: ${`HTTP ${status} ${reason}`.trim()}.`
  return new HttpError(message, {status, url: placeOf(url), method: 'GET'}, {hint: 'Check the URL.'})
}
