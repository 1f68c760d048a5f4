import {collectLimited, HttpError, OscError, type Runtime, TooLargeError} from '@osc-cli/core'
import {DocumentError} from '#template/document-error'
import {displayUrl} from '#template/urls'

/** Of a document, a file or an object. */
export const MOST_MEBIBYTES = 64

/** What reading needs: the cloud's route to http(s) URLs, and its session for objects that are not public. */
export type Network = Pick<Runtime, 'download' | 'session'>

/** Reads an http(s) URL, without the cloud's token unless it is an object in the cloud's own object store that is not public. */
export async function download(url: string, {download: open, session}: Network): Promise<Buffer> {
  try {
    return await collect(await open(url), url)
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    const object = [401, 403, 404].includes(error.failure.status) ? await readObject(url, session) : undefined
    if (object) return object
    throw new DocumentError(error.message, {hint: error.hint, cause: error})
  }
}

/** Undefined when the URL is not in the cloud's object store, or there is no such object. */
async function readObject(url: string, session: Network['session']): Promise<Buffer | undefined> {
  try {
    const cloud = await session()
    const endpoint = await cloud.endpoint('object-store')
    if (!url.startsWith(`${endpoint}/`)) return undefined
    const answer = await cloud.request({service: 'object-store', path: url.slice(endpoint.length)})
    return await collect(answer.stream(), url)
  } catch (error) {
    // Also without an object store, exit code 4; the first failure says more.
    if (error instanceof OscError && error.exitCode === 4) return undefined
    throw error
  }
}

/** The whole body, within the limit. */
export async function collect(body: AsyncIterable<string | Uint8Array>, url: string): Promise<Buffer> {
  try {
    return await collectLimited(body, MOST_MEBIBYTES)
  } catch (cause) {
    if (!(cause instanceof TooLargeError)) throw cause
    throw new DocumentError(`${displayUrl(url)}: ${cause.message}`)
  }
}
