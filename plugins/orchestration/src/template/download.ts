import type {IncomingMessage} from 'node:http'
import type {RequestOptions} from 'node:https'
import {InterruptedError} from '@osc-cli/core'
import {DocumentError} from '#template/document-error'
import {displayUrl} from '#template/urls'

const MAX_REDIRECTS = 10
const MAX_BYTES = 64 * 1024 * 1024
const IDLE_SECONDS = 60

/** There is no such file, or no connection to where it should be. */
export class DownloadError extends DocumentError {}

/**
 * Reads an http(s) URL without the cloud's token. Certificates are verified against Node's and the system's; redirects
 * are followed, but not from https to http. DownloadError when that fails or the file is larger than 64 MiB.
 */
export async function download(address: string, signal?: AbortSignal): Promise<Buffer> {
  try {
    return await follow(address, signal, 0)
  } catch (error) {
    throw signal?.aborted ? new InterruptedError() : error
  }
}

async function follow(address: string, signal: AbortSignal | undefined, redirects: number): Promise<Buffer> {
  const fail = (reason: string): DownloadError => new DownloadError(`${displayUrl(address)}: ${reason}`)
  const url = URL.parse(address)
  if (!url) throw fail('no valid URL')
  const answer = await get(url, signal)
  const {statusCode: status = 0, headers} = answer
  if (status >= 200 && status < 300) return collect(answer, address)
  answer.destroy()
  if (status < 300 || status >= 400 || !headers.location) throw fail(`HTTP ${status}`)
  if (redirects === MAX_REDIRECTS) throw fail(`more than ${MAX_REDIRECTS} redirects`)
  const target = URL.parse(headers.location, url.href)
  const allowed = url.protocol === 'https:' ? ['https:'] : ['http:', 'https:']
  if (target && allowed.includes(target.protocol)) return follow(target.href, signal, redirects + 1)
  throw fail(`not following the redirect to ${displayUrl(headers.location)}`)
}

function get(url: URL, signal: AbortSignal | undefined): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:'
  const {request} = process.getBuiltinModule(secure ? 'node:https' : 'node:http')
  const options: RequestOptions = {
    headers: {'user-agent': 'osc', 'accept-encoding': 'identity'},
    timeout: IDLE_SECONDS * 1000,
    agent: false,
    ...(signal && {signal}),
    ...(secure && {ca: certificates()}),
  }
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, resolve)
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer within ${IDLE_SECONDS} seconds`)))
    outgoing.on('error', (cause) => reject(failed(url.href, cause)))
    outgoing.end()
  })
}

function certificates(): string[] {
  const {getCACertificates} = process.getBuiltinModule('node:tls')
  return [...getCACertificates('default'), ...getCACertificates('system')]
}

/** The whole body, within the limit. */
export async function collect(body: AsyncIterable<Uint8Array>, url: string): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body) {
      size += chunk.length
      if (size > MAX_BYTES) throw new Error(`larger than ${MAX_BYTES / 1024 / 1024} MiB`)
      chunks.push(chunk)
    }
  } catch (cause) {
    throw failed(url, cause)
  }
  return Buffer.concat(chunks)
}

function failed(url: string, cause: unknown): DownloadError {
  return new DownloadError(`${displayUrl(url)}: ${reasonOf(cause)}`, {cause})
}

/** A connection that was refused on several addresses has no message, only a code. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return cause.message || ('code' in cause ? String(cause.code) : cause.name)
}
