import {type ApiRequest, asText, HttpError, type JsonObject, objectPath, pathSegment, type Session} from '@osc-cli/core'

/** An object of a container. */
export interface Stored {
  name: string
  bytes: number
  /** MD5 of the content, in hexadecimal. */
  hash: string
}

/** Maximum number of concurrent requests to Swift. */
const AT_ONCE = 8
const PAGE = 10_000

/** A container of Swift. */
export class Container {
  readonly name: string
  readonly #session: Session

  constructor(session: Session, name: string) {
    this.#session = session
    this.name = name
  }

  /** Its headers; undefined when the container does not exist. */
  async headers(): Promise<Readonly<Record<string, string>> | undefined> {
    return await unlessMissing(async () => (await this.#request('HEAD')).headers)
  }

  /** Creates it, or changes its headers. False when it existed before. */
  async put(headers: Readonly<Record<string, string>> = {}): Promise<boolean> {
    return (await this.#request('PUT', undefined, {headers})).status !== 202
  }

  /** Its objects by name; empty when the container does not exist. */
  async list(): Promise<Stored[]> {
    const objects = await unlessMissing(() => listed(this.#session, this.#path))
    return (objects ?? []).map(({name, bytes, hash}) => ({
      name: String(name),
      bytes: Number(bytes ?? 0),
      hash: asText(hash) ?? '',
    }))
  }

  /** The bytes of an object; undefined when it does not exist. */
  async read(object: string): Promise<Buffer | undefined> {
    return await unlessMissing(async () => {
      const answer = await this.#request('GET', object)
      const parts: Buffer[] = []
      for await (const part of answer.stream()) parts.push(Buffer.from(part))
      return Buffer.concat(parts)
    })
  }

  /** Several objects by name, or all. */
  async readAll(names?: readonly string[]): Promise<Map<string, Buffer>> {
    const wanted = names ?? (await this.list()).map(({name}) => name)
    const found = new Map<string, Buffer>()
    await manyAtOnce(wanted, async (name) => {
      const content = await this.read(name)
      if (content) found.set(name, content)
    })
    return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  async write(object: string, content: Buffer): Promise<void> {
    // Mistral reads plain text as Latin-1.
    await this.#request('PUT', object, {body: content, headers: {'content-type': 'text/yaml; charset=utf-8'}})
  }

  async remove(object: string): Promise<void> {
    await unlessMissing(() => this.#request('DELETE', object))
  }

  /** Deletes its objects, then the container, if it exists. */
  async destroy(): Promise<void> {
    if (!(await this.headers())) return
    await manyAtOnce(await this.list(), ({name}) => this.remove(name))
    await unlessMissing(() => this.#request('DELETE'))
  }

  get #path(): string {
    return `/${pathSegment(this.name, 'container')}`
  }

  #request(method: 'GET' | 'HEAD' | 'PUT' | 'DELETE', object?: string, rest: Partial<ApiRequest> = {}) {
    const path = object === undefined ? this.#path : `${this.#path}/${objectPath(object)}`
    return this.#session.request({service: 'object-store', method, path, ...rest})
  }
}

/** Names of the containers of the account. */
export async function containerNames(session: Session): Promise<string[]> {
  return (await listed(session, '')).map(({name}) => String(name))
}

/** Every page of a listing. */
const listed = (session: Session, path: string): Promise<JsonObject[]> =>
  Array.fromAsync(session.list('object-store', path, '', {query: {format: 'json'}, pageSize: PAGE, markerKey: 'name'}))

/** Runs `work` for each item, several at once. After a failure no more are started; it is thrown when all have ended. */
export async function manyAtOnce<Item>(items: Iterable<Item>, work: (item: Item) => Promise<unknown>): Promise<void> {
  const left = [...items].values()
  let failed = false
  const workers = Array.from({length: AT_ONCE}, async () => {
    for (const item of left) {
      if (failed) return
      try {
        await work(item)
      } catch (error) {
        failed = true
        throw error
      }
    }
  })
  for (const worker of await Promise.allSettled(workers)) if (worker.status === 'rejected') throw worker.reason
}

async function unlessMissing<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work()
  } catch (error) {
    if (HttpError.is(error, 404)) return undefined
    throw error
  }
}
