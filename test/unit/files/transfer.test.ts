import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {buffer} from 'node:stream/consumers'
import type {ApiResponse} from '#cloud/types'
import {ConflictError, ConnectionError, HttpError, OscError, UsageError} from '#errors'
import {download, openSource, upload} from '#files/transfer'
import type {Runtime} from '#runtime'

const CONTENT = Buffer.from('some content of a file')
const MD5 = '4f0e10cd7a8e4a1fcfdb1a8d42c5c7d1'

describe('transfers', () => {
  let cwd: string
  let written: Buffer[]
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'osc-transfer-'))
    written = []
  })
  afterEach(() => rmSync(cwd, {recursive: true, force: true}))

  const context = () => ({
    runtime: {
      cwd,
      stdin: () => Readable.from([CONTENT]),
      stdout: {
        isTTY: false,
        width: undefined,
        write: async (chunk: Uint8Array) => void written.push(Buffer.from(chunk)),
      },
    } as unknown as Runtime,
    progress: async () => {},
    pause: async () => {},
    now: () => 0,
  })

  /** An answer whose body breaks off after `upTo` bytes. */
  const answer = (content: Buffer, status = 200, upTo = content.length): ApiResponse =>
    ({
      status,
      headers: {'content-length': String(content.length)},
      stream: () =>
        Readable.from(
          (async function* () {
            yield content.subarray(0, upTo)
            if (upTo < content.length) throw new ConnectionError('reset')
          })(),
          // Nothing is read ahead, so that the break comes after the bytes before it.
          {objectMode: false, highWaterMark: 1},
        ),
    }) as unknown as ApiResponse

  it('sends a file with its size and digest, again after a broken connection', async () => {
    writeFileSync(join(cwd, 'f'), CONTENT)
    const bodies: string[] = []
    const send = async (body: Readable) => {
      bodies.push((await buffer(body)).toString())
      if (bodies.length === 1) throw new ConnectionError('reset')
      return answer(Buffer.alloc(0))
    }
    const {digests, size} = await upload(context(), openSource('f', context()), send, ['sha256'])
    assert.deepEqual(bodies, [CONTENT.toString(), CONTENT.toString()])
    assert.equal(size, CONTENT.length)
    assert.match(digests.sha256 ?? '', /^[0-9a-f]{64}$/)
  })

  it('never sends standard input a second time', async () => {
    const failure = new ConnectionError('reset')
    const send = async () => Promise.reject(failure)
    await assert.rejects(upload(context(), openSource('-', context()), send), (error) => error === failure)
  })

  it('does not try again what the service refuses', async () => {
    writeFileSync(join(cwd, 'f'), CONTENT)
    let tries = 0
    const send = async () => {
      tries += 1
      throw new HttpError('no', {status: 409, method: 'PUT', url: '/'})
    }
    await assert.rejects(upload(context(), openSource('f', context()), send), HttpError)
    assert.equal(tries, 1)
  })

  for (const [name, path] of [
    ['a file that is missing', 'none'],
    ['a folder', '.'],
  ] as const) {
    it(`refuses ${name}`, () => assert.throws(() => openSource(path, context()), UsageError))
  }

  for (const received of [0, 1, 5, CONTENT.length - 1])
    it(`receives into a file, and resumes after an interruption at byte ${received}`, async () => {
      const ranges: (string | undefined)[] = []
      const get = async ({range}: Record<string, string>) => {
        ranges.push(range)
        if (ranges.length === 1) return answer(CONTENT, 200, received)
        return range === undefined ? answer(CONTENT) : answer(CONTENT.subarray(received), 206)
      }
      assert.equal(await download(context(), {path: 'f'}, get), CONTENT.length)
      assert.deepEqual(readFileSync(join(cwd, 'f')), CONTENT)
      assert.deepEqual(ranges, [undefined, received === 0 ? undefined : `bytes=${received}-`])
    })

  it('resumes a large transfer, which another thread writes, from all bytes that were received', async () => {
    const large = Buffer.from(Array.from({length: 2 ** 19}, (_, at) => at % 251))
    const sha1 = createHash('sha1').update(large).digest('hex')
    const ranges: (string | undefined)[] = []
    const get = async ({range}: Record<string, string>) => {
      ranges.push(range)
      return range === undefined ? answer(large, 200, 300_000) : answer(large.subarray(300_000), 206)
    }
    const target = {path: 'f', checksum: {algorithm: 'sha1', hex: sha1}}
    assert.equal(await download(context(), target, get), large.length)
    assert.deepEqual(readFileSync(join(cwd, 'f')), large)
    assert.deepEqual(ranges, [undefined, 'bytes=300000-'])
  })

  it('starts again where the service ignores the range', async () => {
    let gets = 0
    const get = async () => {
      gets += 1
      return answer(CONTENT, 200, gets === 1 ? 5 : CONTENT.length)
    }
    await download(context(), {path: 'f'}, get)
    assert.deepEqual(readFileSync(join(cwd, 'f')), CONTENT)
  })

  it('writes bytes to standard output', async () => {
    await download(context(), {path: '-'}, async () => answer(CONTENT))
    assert.deepEqual(Buffer.concat(written), CONTENT)
  })

  const refused: [string, Parameters<typeof download>[1], () => ApiResponse, (error: Error) => boolean][] = [
    ['content with another checksum', {path: 'f', checksum: {algorithm: 'md5', hex: MD5}}, () => answer(CONTENT), (error) => error instanceof OscError && error.message.includes('md5')],
    ['a transfer that breaks again and again', {path: 'f'}, () => answer(CONTENT, 200, 5), (error) => error instanceof ConnectionError],
  ] // biome-ignore format: a case a line
  for (const [name, target, get, isExpected] of refused) {
    it(`leaves no files of ${name}`, async () => {
      await assert.rejects(
        download(context(), target, async () => get()),
        isExpected,
      )
      assert.deepEqual(readdirSync(cwd), [])
    })
  }

  it('touches no other file, whatever its name', async () => {
    writeFileSync(join(cwd, 'f.part'), 'mine')
    await download(context(), {path: 'f'}, async () => answer(CONTENT))
    assert.equal(readFileSync(join(cwd, 'f.part'), 'utf8'), 'mine')
    assert.deepEqual(readdirSync(cwd), ['f', 'f.part'])
  })

  it('names a file that fails while it is read, without another attempt', async () => {
    let tries = 0
    const open = () => {
      tries += 1
      return new Readable({read() {
        this.destroy(Object.assign(new Error('no'), {code: 'EACCES'}))
      }}) // biome-ignore format: short
    }
    const send = async (body: Readable) => {
      await buffer(body).catch(() => Promise.reject(new ConnectionError('reset')))
      return answer(Buffer.alloc(0))
    }
    const sending = upload(context(), {name: 'f', size: 1, open, canReopen: true}, send)
    await assert.rejects(sending, {name: 'UsageError', message: 'f cannot be read: permission denied.'})
    assert.equal(tries, 1)
  })

  it('does not replace a file unless asked to', async () => {
    writeFileSync(join(cwd, 'f'), 'mine')
    await assert.rejects(
      download(context(), {path: 'f'}, async () => answer(CONTENT)),
      ConflictError,
    )
    assert.equal(readFileSync(join(cwd, 'f'), 'utf8'), 'mine')
    await download(context(), {path: 'f', overwrite: true}, async () => answer(CONTENT))
    assert.deepEqual(readFileSync(join(cwd, 'f')), CONTENT)
  })

  const NEW = Buffer.from('other content of the same file')
  /** The first response breaks off, and `second` answers the request that is to continue; a third request gets the new content. */
  const CHANGED: {title: string; first?: Record<string, string>; second: () => ApiResponse; requests?: number}[] = [
    {title: 'bytes from another place', second: () => part(NEW, 'bytes 0-29/30')},
    {title: 'bytes of another size', second: () => part(NEW.subarray(5), 'bytes 5-29/30')},
    {
      title: 'bytes with another ETag',
      first: {etag: 'a'},
      second: () => part(CONTENT.subarray(5), 'bytes 5-21/22', 'b'),
    },
    {title: 'bytes without the ETag', first: {etag: 'a'}, second: () => part(CONTENT.subarray(5), 'bytes 5-21/22')},
    {title: '412, because the ETag is another one', first: {etag: 'a'}, second: () => refusal(412)},
    {title: '416, because it is shorter now', second: () => refusal(416)},
    {title: 'all of the new content', second: () => answer(NEW), requests: 2},
    {title: 'content with a weak ETag', first: {etag: 'W/"a"'}, second: () => answer(NEW), requests: 2},
    {title: 'content that was compressed', first: {'content-encoding': 'gzip'}, second: () => answer(NEW), requests: 2},
  ]
  const part = (content: Buffer, range: string, etag?: string): ApiResponse => ({
    ...answer(content, 206),
    headers: {'content-range': range, ...(etag && {etag})},
  })
  const refusal = (status: number): never => {
    throw new HttpError('refused', {status, method: 'GET', url: '/'})
  }
  const changing = ({first, second}: (typeof CHANGED)[number], requests: Record<string, string>[]) => {
    return async (headers: Record<string, string>) => {
      requests.push(headers)
      if (requests.length === 2) return second()
      if (requests.length > 2) return answer(NEW)
      const whole = answer(CONTENT, 200, 5)
      return {...whole, headers: {...whole.headers, ...first}}
    }
  }
  for (const one of CHANGED) {
    it(`starts again after an interruption when it gets ${one.title}`, async () => {
      const requests: Record<string, string>[] = []
      await download(context(), {path: 'f'}, changing(one, requests))
      assert.deepEqual(readFileSync(join(cwd, 'f')), NEW)
      assert.equal(requests.length, one.requests ?? 3)
      assert.deepEqual(requests.at(-1), one.title.startsWith('all') ? {range: 'bytes=5-'} : {})
    })

    it(`does not mix content on standard output when it gets ${one.title}`, async () => {
      await assert.rejects(download(context(), {path: '-'}, changing(one, [])), /the service cannot continue it\.$/)
      assert.deepEqual(Buffer.concat(written), CONTENT.subarray(0, 5))
    })
  }

  it('continues only with the same ETag, and without a known length', async () => {
    const requests: Record<string, string>[] = []
    const get = async (headers: Record<string, string>) => {
      requests.push(headers)
      if (requests.length > 1) return part(CONTENT.subarray(5), 'bytes 5-21/22', '"a"')
      return {...answer(CONTENT, 200, 5), headers: {etag: '"a"'}}
    }
    await download(context(), {path: 'f'}, get)
    assert.deepEqual(readFileSync(join(cwd, 'f')), CONTENT)
    assert.deepEqual(requests, [{}, {range: 'bytes=5-', 'if-match': '"a"'}])
  })
})
