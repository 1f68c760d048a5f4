import type {IncomingMessage} from 'node:http'
import type {Readable} from 'node:stream'
import {decodedBody} from '#cloud/http/decode'
import {placeOf} from '#cloud/http/explain'
import {type Headers, incomingHeaders} from '#cloud/http/headers'
import type {HttpAnswer} from '#cloud/transport-types'
import {ConnectionError} from '#errors'
import {decodeJson, type Json, NestingError} from '#json'

/** An answer whose body has not been read. `explained` makes the body's errors readable. */
export function answerOf(
  incoming: IncomingMessage,
  {url, method}: {url: string; method: string},
  explained: (error: unknown) => Error,
): HttpAnswer {
  const status = incoming.statusCode ?? 0
  return answerWith({status, url, headers: incomingHeaders(incoming.headers)}, decodedBody(incoming, method, explained))
}

/** An answer with this body, which may be read once: as it arrives, or whole as often as wanted. */
export function answerWith(head: Pick<HttpAnswer, 'status' | 'url' | 'headers'>, body: Readable): HttpAnswer {
  let whole: Promise<string> | undefined
  let streamed = false
  const text = () => {
    if (streamed) throw new Error('The body of this response is being read as a stream.')
    whole ??= readText(body, head)
    return whole
  }
  return {
    ...head,
    text,
    json: async () => parsed(await text(), head),
    stream() {
      if (streamed || whole) throw new Error('The body of this response has been read.')
      streamed = true
      return body
    },
  }
}

/** Of a body that is kept in memory as a whole, decompressed; lists are read piece by piece. */
const MOST_MEBIBYTES = 256

const tooLarge = (url: string): ConnectionError =>
  new ConnectionError(`The response of ${placeOf(url)} is larger than ${MOST_MEBIBYTES} MiB.`, {
    hint: 'Request less at a time, or check that this is the endpoint of the service: osc configuration show',
    code: 'BadBody',
  })

async function readText(body: Readable, {url, headers}: {url: string; headers: Headers}): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > MOST_MEBIBYTES * 1024 * 1024) throw tooLarge(url)
    chunks.push(chunk)
  }
  return decodeText(Buffer.concat(chunks), headers['content-type'])
}

/** UTF-8 unless the content type names another character set that is known. */
export function decodeText(bytes: Buffer, contentType = ''): string {
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(contentType) ?? []
  if (!/^utf-?8$/i.test(charset)) {
    try {
      return new TextDecoder(charset).decode(bytes)
    } catch {
      // A name that nobody knows: UTF-8 is the better guess.
    }
  }
  const text = bytes.toString('utf8')
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

function parsed(text: string, {url, headers, status}: Pick<HttpAnswer, 'url' | 'headers' | 'status'>): Json {
  if (text.trim() === '') return null
  try {
    return decodeJson(text)
  } catch (error) {
    const type = headers['content-type']?.split(';')[0] ?? 'a body without a content type'
    const json = error instanceof NestingError ? `JSON that is ${error.message}` : 'malformed JSON'
    const what = type.includes('json') ? json : `${type} instead of JSON`
    throw new ConnectionError(`${placeOf(url)} returned ${what} (HTTP ${status}).`, {
      hint: 'Check whether this is the endpoint of the service, or a login page or proxy in between. See the response with --debug.',
      code: 'NoJson',
    })
  }
}
