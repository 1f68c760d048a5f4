import type {Hash} from 'node:crypto'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import type {Readable, Transform} from 'node:stream'
import {discard} from '#cloud/http/discard'
import {isTransient} from '#cloud/transient'
import type {ApiResponse} from '#cloud/types'
import {ConnectionError, FileExistsError, HttpError, OscError, UsageError} from '#errors'
import {fileReason} from '#files/file-error'
import {uniqueHex} from '#files/unique-name'
import type {Runtime} from '#runtime'

/**
 * How often an interrupted transfer is tried again. Not as long as polling continues: each attempt may send the whole content,
 * and scripts can repeat a failed transfer.
 */
const RETRIES = 3
const PROGRESS_MS = 200
/** Bytes of a file that are read at a time. Node's 64 KiB cost an upload a sixth more CPU time. */
const READ_AHEAD = 2 ** 20
/** Bytes of a download that may wait for the disk. */
const WRITE_BEHIND = 2 ** 23
/** Bytes of a download that is not worth another thread. */
const SMALL = 2 ** 18

/** What a transfer needs of the command. */
interface Context {
  runtime: Pick<Runtime, 'cwd' | 'stdin' | 'stdout'>
  progress(text: string): Promise<void>
  pause(seconds: number): Promise<void>
  now(): number
}

/** What is sent: a file that can be opened again, or standard input, which cannot. */
export interface Source {
  /** For messages: the path, or `standard input`. */
  name: string
  /** In bytes; undefined for standard input. */
  size: number | undefined
  /** The content, or the bytes from `start` to `end`, both included. */
  open(range?: {start: number; end: number}): Readable
  canReopen: boolean
}

/** A file named on the line, or standard input for `-`. UsageError when it cannot be read or is not a regular file. */
export function openSource(path: string, {runtime}: Pick<Context, 'runtime'>): Source {
  if (path === '-') {
    const stdin = runtime.stdin() as Readable & {isTTY?: boolean}
    return {name: 'standard input', size: undefined, open: () => stdin, canReopen: false}
  }
  const file = resolve(runtime.cwd, path)
  try {
    const stats = statSync(file)
    if (!stats.isFile())
      throw new UsageError(`${path} is not a regular file.`, {hint: 'Specify a file, or - for standard input.'})
    return {
      name: path,
      size: stats.size,
      open: (range) => createReadStream(file, {...range, highWaterMark: READ_AHEAD}),
      canReopen: true,
    }
  } catch (error) {
    throw cannotBeRead(`File ${path}`, error)
  }
}

const cannotBeRead = (name: string, error: unknown): OscError =>
  error instanceof OscError ? error : new UsageError(`${name} cannot be read: ${fileReason(error)}.`, {cause: error})

/** Names of digests as node:crypto knows them, as lower-case hex: `{md5: '9e10...'}`. */
export type Digests = Readonly<Record<string, string>>

/**
 * Sends a source by `send`, which gets the body as a stream, with progress on a terminal. A file is sent again, up to three
 * times, when the connection breaks, the service is overloaded or the token has expired. Returns the response and the digests
 * of what was sent.
 */
export async function upload(
  context: Context,
  source: Source,
  send: (body: Readable) => Promise<ApiResponse>,
  digests: readonly string[] = [],
): Promise<{answer: ApiResponse; digests: Digests; size: number}> {
  let isRefused = false
  for (let failures = 0; ; failures += 1) {
    const meter = await createMeter(context, `Uploading ${source.name}`, source.size, digests)
    const body = source.open()
    let unreadable: Error | undefined
    body.on('error', (error) => {
      unreadable = error
      meter.stream.destroy(error)
    })
    // Who reads the body gets its failure; when nobody does any more, it must not end the process.
    meter.stream.on('error', () => {})
    try {
      const answer = await send(body.pipe(meter.stream))
      return {answer, digests: meter.digests(), size: meter.size()}
    } catch (error) {
      // The request failed because its body did; report that cause.
      if (unreadable) throw cannotBeRead(source.name, unreadable)
      // The session has logged in again meanwhile; it would not help a second time.
      const again = isTransient(error) || (!isRefused && HttpError.is(error, 401))
      isRefused ||= HttpError.is(error, 401)
      if (!source.canReopen || failures === RETRIES || !again) throw error
      await context.pause(2 ** failures)
    } finally {
      body.destroy()
      meter.stream.destroy()
      await context.progress('')
    }
  }
}

/** Where a download goes, and what it must be. */
export interface Target {
  /** A path relative to where the command runs; `-` for standard output. */
  path: string
  /** Replaces an existing file; otherwise that is a FileExistsError. */
  overwrite?: boolean
  /** What the content must hash to; an OscError otherwise, and nothing is left behind. */
  checksum?: {algorithm: string; hex: string} | undefined
}

type Get = (headers: Record<string, string>) => Promise<ApiResponse>

/**
 * Receives into a file, which appears under its name only when it is complete, or to standard output. `get` requests the
 * content with the given headers. When the connection breaks, the transfer continues where it stopped, or starts again where
 * the service cannot continue or has other content now. Gives the number of bytes.
 */
export async function download(context: Context, target: Target, get: Get): Promise<number> {
  const toStdout = target.path === '-'
  const file = resolve(context.runtime.cwd, target.path)
  if (!toStdout && !target.overwrite && existsSync(file))
    throw new FileExistsError(`${target.path} already exists.`, {hint: 'Choose another file name, or remove it first.'})
  // A unique name, and short enough for any file system, however long the name of the file is.
  const part = join(dirname(file), `.osc-${uniqueHex()}.part`)
  const algorithms = target.checksum ? [target.checksum.algorithm] : []
  const newMeter = () => createMeter(context, `Downloading ${target.path}`, undefined, algorithms)
  let meter = await newMeter()
  let whole: ApiResponse | undefined
  try {
    for (let failures = 0; ; failures += 1) {
      try {
        const rest = await restOf(whole, meter.size(), get)
        const isContinued = rest?.status === 206
        if (toStdout && meter.size() > 0 && !isContinued) throw cannotContinue()
        const answer = rest ?? (await get({}))
        if (!isContinued) {
          whole = answer
          meter = await newMeter()
        }
        const total = meter.size() + lengthOf(answer)
        meter.expect(Number.isNaN(total) ? undefined : total)
        const body = answer.stream()
        if (toStdout) for await (const chunk of body) await context.runtime.stdout.write(meter.count(chunk as Buffer))
        else
          await append(body, part, meter, lengthOf(answer)).catch((error: unknown) =>
            Promise.reject(cannotBeWritten(target, error)),
          )
        if (meter.size() < total)
          throw new ConnectionError(`The connection was closed after ${meter.size()} of ${total} bytes.`)
        break
      } catch (error) {
        if (failures === RETRIES || !isTransient(error)) throw error
        await context.pause(2 ** failures)
      }
    }
    verify(target, meter.digests())
    if (!toStdout) renameSync(part, file)
    return meter.size()
  } catch (error) {
    if (!toStdout) rmSync(part, {force: true})
    throw error
  } finally {
    await context.progress('')
  }
}

const isEncoded = ({headers}: ApiResponse): boolean => headers['content-encoding'] !== undefined

/** In bytes; NaN where it is unknown: of chunks, and of a body that is decoded as it arrives. */
const lengthOf = (answer: ApiResponse): number =>
  isEncoded(answer) ? Number.NaN : Number(answer.headers['content-length'] ?? Number.NaN)

/**
 * The response with the bytes of `whole` from `offset` on, or with all of them where the service ignores ranges. Undefined
 * where there is nothing to continue or the content has changed: 412 is the answer to an old ETag, and 416 to an offset beyond
 * the end.
 */
async function restOf(whole: ApiResponse | undefined, offset: number, get: Get): Promise<ApiResponse | undefined> {
  if (!whole || offset === 0) return undefined
  const {etag} = whole.headers
  // A weak ETag does not promise the same bytes, and offsets do not count decoded ones.
  if (etag?.startsWith('W/') || isEncoded(whole)) return undefined
  try {
    const answer = await get({range: `bytes=${offset}-`, ...(etag !== undefined && {'if-match': etag})})
    if (answer.status !== 206 || isRest(answer, whole, offset)) return answer
    discard(answer)
  } catch (error) {
    if (!HttpError.is(error, 412) && !HttpError.is(error, 416)) throw error
  }
  return undefined
}

/** Checked here because not every download has a checksum. */
function isRest({headers}: ApiResponse, whole: ApiResponse, offset: number): boolean {
  const [, start = offset, size] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers['content-range'] ?? '') ?? []
  const expected = whole.headers['content-length']
  const isSameSize = expected === undefined || size === undefined || size === '*' || size === expected
  return Number(start) === offset && headers.etag === whole.headers.etag && isSameSize
}

const cannotContinue = (): OscError =>
  new OscError('The download was interrupted, and the service cannot continue it.', {
    hint: 'Download it again, to a file: a download to a file starts again by itself.',
  })

/** Failures of the connection are OscErrors; the others come from the file system. */
const cannotBeWritten = ({path}: Target, error: unknown): unknown =>
  error instanceof OscError
    ? error
    : new OscError(`${path} cannot be written: ${fileReason(error)}.`, {code: 'File', facts: {path}, cause: error})

/**
 * Appends a body to a file. Bytes count only if they are written, so that a transfer resumes from what is really in the file.
 * A small body is written synchronously: for one chunk, a round trip to another thread costs more than the write.
 */
async function append(body: Readable, file: string, meter: Meter, length: number): Promise<void> {
  const fd = openSync(file, meter.size() > 0 ? 'a' : 'w')
  if (!(length <= SMALL)) return await appendLarge(body, fd, meter)
  try {
    for await (const chunk of body) {
      writeFileSync(fd, chunk as Buffer)
      meter.count(chunk as Buffer)
    }
  } finally {
    closeSync(fd)
  }
}

/** Writes in another thread, while the next bytes are received and hashed. What was received before an interruption is written. */
async function appendLarge(body: Readable, fd: number, meter: Meter): Promise<void> {
  const {pipeline} = process.getBuiltinModule('node:stream/promises')
  let interruption: unknown
  async function* received(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of body) yield meter.count(chunk as Buffer)
    } catch (error) {
      interruption = error
    }
  }
  await pipeline(received, createWriteStream('', {fd, highWaterMark: WRITE_BEHIND}))
  if (interruption) throw interruption
}

function verify({path, checksum}: Target, digests: Digests): void {
  const actual = checksum && digests[checksum.algorithm]
  if (!checksum || actual === checksum.hex.toLowerCase()) return
  throw new OscError(`${path}: the ${checksum.algorithm} checksum is ${actual}, expected ${checksum.hex}.`, {
    hint: 'Download it again: the content was damaged in transit or in storage.',
  })
}

interface Meter {
  /** Counts what is piped through it. */
  stream: Transform
  count(chunk: Buffer): Buffer
  expect(total: number | undefined): void
  size(): number
  digests(): Digests
}

/** Counts bytes, hashes them, and reports progress a few times a second. */
async function createMeter(
  context: Context,
  label: string,
  total: number | undefined,
  algorithms: readonly string[],
): Promise<Meter> {
  const {createHash} = process.getBuiltinModule('node:crypto')
  const {Transform} = process.getBuiltinModule('node:stream')
  const hashes = new Map<string, Hash>(algorithms.map((name) => [name, createHash(name)]))
  const begin = context.now()
  let [bytes, shownAt, expected] = [0, 0, total]
  const count = (chunk: Buffer): Buffer => {
    bytes += chunk.length
    for (const hash of hashes.values()) hash.update(chunk)
    const now = context.now()
    if (now - begin > 1000 && now - shownAt > PROGRESS_MS) {
      shownAt = now
      const percent = expected ? ` of ${inMiB(expected)} (${Math.floor((100 * bytes) / expected)} %)` : ''
      void context.progress(`${label}: ${inMiB(bytes)}${percent}, ${Math.round((now - begin) / 1000)} s`)
    }
    return chunk
  }
  return {
    stream: new Transform({transform: (chunk: Buffer, _, done) => done(null, count(chunk))}),
    count,
    expect: (size) => {
      expected = size
    },
    size: () => bytes,
    digests: () => Object.fromEntries([...hashes].map(([name, hash]) => [name, hash.copy().digest('hex')])),
  }
}

const inMiB = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`
