import {decodeJson, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {type Call, type Caller, SandboxFailure} from '@osc-cli/core/sandbox'
import type {Context} from 'hono'
import {readBody} from '#server/read-body'

/** Decodes a request for a handler. `most`: the number of bytes that its body may have. */
export async function callOf(context: Context, caller: Caller, origin: string, most: number): Promise<Call> {
  const url = new URL(context.req.url)
  const bytes = await readBody(context.req.raw, most)
  const text = lazily(() => new TextDecoder().decode(bytes))
  const json = lazily(() => (isForm(context) ? null : decodeBody(text())))
  return {
    method: context.req.method,
    path: url.pathname,
    params: context.req.param(),
    query: url.searchParams,
    headers: context.req.header(),
    get body() {
      return objectOf(json())
    },
    get json() {
      return json()
    },
    get text() {
      return text()
    },
    bytes,
    origin,
    caller,
  }
}

function lazily<T>(make: () => T): () => T {
  let made: {value: T} | undefined
  return () => {
    made ??= {value: make()}
    return made.value
  }
}

// OAuth's forms; handlers that take them read the text.
const isForm = (context: Context): boolean =>
  context.req.header('content-type')?.startsWith('application/x-www-form-urlencoded') === true

function decodeBody(text: string): Json {
  if (text.trim() === '') return null
  try {
    return decodeJson(text)
  } catch {
    throw new SandboxFailure(400, 'Malformed json in request body')
  }
}

function objectOf(body: Json): JsonObject {
  if (body === null) return {}
  if (!isObject(body)) throw new SandboxFailure(400, 'The request body must be a JSON object.')
  return body
}
