import type {Readable} from 'node:stream'
import {asText, HttpError, type JsonObject, limiter, OscError, type Source, UsageError} from '@osc-cli/core'
import {nameOf, pages} from '#listing'
import type {LocalFile} from '#local-files'
import {cannotBe} from '#local-path'
import {
  type Context,
  type Destination,
  onlyNewHeader,
  putObject,
  type Stored,
  verified,
  withoutProgress,
} from '#put-object'
import {commandLine} from '#retry-command'
import {containerPath, onContainer, pathOf, swift} from '#swift'

/** Swift's default limit. It refuses a longer manifest only after all segments have been uploaded. */
const MOST_SEGMENTS = 1000
const AT_ONCE = 4

/** A segment, as the manifest of a static large object names it. */
interface Segment extends JsonObject {
  path: string
  etag: string
  size_bytes: number
}

type Put = (source: Source, index: number) => Promise<Segment>

/**
 * Uploads a file in segments, four at a time, and then the manifest that makes them one object. Segments that an
 * interrupted upload of the same file has left are used. https://docs.openstack.org/swift/latest/overview_large_objects.html
 */
export async function putLargeObject(
  context: Context,
  file: LocalFile,
  to: Destination,
  segmentSize: number,
): Promise<Stored | undefined> {
  if (to.onlyNew && (await exists(context, to))) return undefined
  const {source} = file
  const parts = source.size === undefined ? undefined : partsOf(source, source.size, segmentSize)
  const container = `${to.container}_segments`
  // Named as by python-swiftclient.
  const seconds = (file.modified / 1000).toFixed(6)
  const folder = `${to.name}/slo/${seconds}/${source.size ?? 'stream'}/${segmentSize}`
  const quiet = withoutProgress(context)
  let isAnyStored = false
  const put: Put = async (part, index) => {
    await context.progress(`Uploading ${source.name}: segment ${index + 1}`)
    const name = segmentName(folder, index)
    const stored = await putObject(quiet, part, {container, name})
    isAnyStored = true
    return {path: `/${container}/${name}`, etag: stored?.etag ?? '', size_bytes: stored?.size ?? 0}
  }
  try {
    await onContainer(context, to.container, {method: 'HEAD'})
    await swift(context, {method: 'PUT', path: containerPath(container)})
    if (!parts) return await putManifest(context, to, await putStream(source, segmentSize, put))
    const kept = await leftSegments(context, container, folder)
    const works = parts.map((part, index) => async () => {
      const row = kept.get(segmentName(folder, index))
      return (await reused(part, row, container)) ?? (await put(part, index))
    })
    return await putManifest(context, to, await runAll(works))
  } catch (error) {
    if (isAnyStored) await context.note(leftover(context, file, container, folder))
    throw error
  } finally {
    await context.progress('')
  }
}

/** What a failed upload leaves behind. Standard input cannot be read again, so its segments are of no use. */
function leftover({runtime}: Context, {source}: LocalFile, container: string, folder: string): string {
  const stay = `Segments of ${source.name} that were stored stay in container ${container}.`
  if (source.canReopen) return `${stay} To upload the rest, run the command again.`
  return `${stay} List them with: ${commandLine({runtime}, ['object', 'list', '--prefix', `${folder}/`, container])}`
}

/** Runs works, four at a time. After a failure no others start; those that have started continue, for the next attempt. */
async function runAll<T>(works: readonly (() => Promise<T>)[]): Promise<T[]> {
  const limited = limiter(AT_ONCE)
  let isStopped = false
  const running = works.map((work) =>
    limited(async () => {
      if (isStopped) throw new Error('not started')
      try {
        return await work()
      } catch (error) {
        isStopped = true
        throw error
      }
    }),
  )
  await Promise.allSettled(running)
  // Works start in order, so the first one that rejects is a failure, not one that was not started.
  return await Promise.all(running)
}

const segmentName = (folder: string, index: number): string => `${folder}/${String(index).padStart(8, '0')}`

async function exists(context: Context, {container, name}: Destination): Promise<boolean> {
  try {
    await swift(context, {method: 'HEAD', path: pathOf(container, name)})
    return true
  } catch (error) {
    if (HttpError.is(error, 404)) return false
    throw error
  }
}

/** The parts of a file as separate sources. */
function partsOf(source: Source, size: number, segmentSize: number): Source[] {
  const count = Math.ceil(size / segmentSize)
  if (count > MOST_SEGMENTS) {
    const least = Math.ceil(size / MOST_SEGMENTS / 2 ** 20)
    throw new UsageError(`${source.name} would have ${count} segments; an object can have ${MOST_SEGMENTS}.`, {
      hint: `Use larger segments: --segment-size ${least}M`,
    })
  }
  return Array.from({length: count}, (_, index) => {
    const start = index * segmentSize
    const end = Math.min(start + segmentSize, size) - 1
    return {...source, size: end - start + 1, open: () => source.open({start, end})}
  })
}

/** The segments that an earlier upload left behind, by name. */
async function leftSegments(context: Context, container: string, folder: string): Promise<Map<string, JsonObject>> {
  const rows = pages((query) => swift(context, {path: containerPath(container), query}), {prefix: `${folder}/`}, true)
  return new Map((await Array.fromAsync(rows)).map((row) => [nameOf(row), row]))
}

/** The segment of an earlier upload, if it has the content of this part. */
async function reused(part: Source, row: JsonObject | undefined, container: string): Promise<Segment | undefined> {
  const [hash, size] = [asText(row?.hash), part.size ?? 0]
  if (!row || hash === undefined || Number(row.bytes) !== size || (await md5Of(part)) !== hash) return undefined
  return {path: `/${container}/${nameOf(row)}`, etag: hash, size_bytes: size}
}

const createMd5 = () => process.getBuiltinModule('node:crypto').createHash('md5')

/** The MD5 checksum of a source, as hex. OscError if it cannot be read. */
export async function md5Of(source: Source): Promise<string> {
  const hash = createMd5()
  try {
    for await (const chunk of source.open()) hash.update(chunk)
  } catch (error) {
    throw error instanceof OscError ? error : cannotBe('read', source.name, error)
  }
  return hash.digest('hex')
}

/** Uploads a source that can be read only once, one segment after the other. */
async function putStream(source: Source, segmentSize: number, put: Put): Promise<Segment[]> {
  const {Readable} = process.getBuiltinModule('node:stream')
  const content = divided(source.open())
  const segments: Segment[] = []
  while (await content.hasMore()) {
    if (segments.length === MOST_SEGMENTS)
      throw new UsageError(`${source.name} has more than ${MOST_SEGMENTS} segments.`, {
        hint: 'Upload it again with a larger --segment-size.',
      })
    const open = () => Readable.from(content.take(segmentSize), {objectMode: false})
    segments.push(await put({name: source.name, size: undefined, canReopen: false, open}, segments.length))
  }
  return segments
}

/** A stream that is read in pieces of a given size. */
function divided(stream: Readable): {hasMore(): Promise<boolean>; take(size: number): AsyncGenerator<Buffer>} {
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  const hasMore = async () => {
    while (rest.length === 0) {
      const {value, done} = await chunks.next()
      if (done) return false
      rest = Buffer.from(value)
    }
    return true
  }
  return {
    hasMore,
    async *take(size) {
      for (let left = size; left > 0 && (await hasMore()); ) {
        const part = rest.subarray(0, left)
        rest = rest.subarray(part.length)
        left -= part.length
        yield part
      }
    },
  }
}

async function putManifest(
  context: Context,
  to: Destination,
  segments: readonly Segment[],
): Promise<Stored | undefined> {
  const headers = onlyNewHeader(to)
  // As text, so that Swift derives the content type from the object's name.
  const manifest = {query: {'multipart-manifest': 'put'}, body: JSON.stringify(segments)}
  const what = segments.length === 0 ? {body: ''} : manifest
  const answer = await swift(context, {method: 'PUT', path: pathOf(to.container, to.name), headers, ...what})
  const sent = createMd5().update(segments.map((segment) => segment.etag).join(''))
  const etag = verified(to.name, answer.headers.etag, sent.digest('hex'))
  return {etag, size: segments.reduce((sum, {size_bytes}) => sum + size_bytes, 0)}
}
